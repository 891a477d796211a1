import type { Container, Handler } from '#lib/kubernetes/pod.ts';
import type { Kernel } from '../kernel/kernel.ts';
import type { PodNetwork } from '../network/pod-network.ts';

/** Who is asked, and how. */
export interface NetworkProbe {
	readonly kernel: Kernel;
	readonly network: PodNetwork;
	/** The Pod's address, unless the handler names a host. */
	readonly ip: string;
	readonly container: Container;
	readonly handler: Handler & { readonly timeoutSeconds?: number };
}

type OnDone = (succeeded: boolean, output: string) => void;

/** One way between the node and a Pod on it, ms. */
const hopMs = 1;

/**
 * Asks a program over the Pod's network, once. What it says of failures are the words of Go's net and net/http.
 * Models pkg/probe/http/http.go, pkg/probe/tcp/tcp.go and pkg/probe/grpc/grpc.go.
 */
export function askOverNetwork(probe: NetworkProbe, onDone: OnDone): void {
	const { kernel, network, handler, ip, container } = probe;
	const { httpGet, tcpSocket, grpc, timeoutSeconds = 1 } = handler;
	const host = httpGet?.host ?? tcpSocket?.host ?? ip;
	const port = portOf(httpGet?.port ?? tcpSocket?.port ?? grpc?.port ?? 0, container);
	const address = `${host}:${port}`;
	const words = wordsOf(handler, address, timeoutSeconds);
	let over = false;
	const finish: OnDone = (succeeded, output) => {
		if (over) return;
		over = true;
		timer.cancel();
		onDone(succeeded, output);
	};
	const timer = kernel.after(timeoutSeconds * 1000, () => finish(false, words.timeout));
	kernel.after(hopMs, () => {
		const dialled = network.dial(host, port);
		if (dialled.type === 'lost') return;
		if (dialled.type === 'refused') {
			// A gRPC client goes on trying until its time is up.
			if (grpc === undefined) kernel.after(hopMs, () => finish(false, words.refused));
			return;
		}
		if (tcpSocket !== undefined) {
			kernel.after(hopMs, () => finish(true, ''));
			return;
		}
		const { listener } = dialled;
		if (listener.speaks !== (grpc === undefined ? 'http' : 'grpc')) {
			if (grpc === undefined) kernel.after(hopMs, () => finish(false, words.broken));
			return;
		}
		if (httpGet?.scheme === 'HTTPS') {
			kernel.after(hopMs, () => finish(false, words.notTls));
			return;
		}
		listener.request(pathOf(httpGet?.path), (ended) => {
			if ('reset' in ended) return finish(false, words.broken);
			const { code } = ended.answer;
			if (code >= 200 && code < 400) return finish(true, '');
			finish(false, `HTTP probe failed with statuscode: ${code}`);
		});
	});
}

/** A number, or the name of one of the container's ports (pkg/probe/util.go ResolveContainerPort). */
function portOf(port: number | string, { ports = [] }: Container): number {
	if (typeof port === 'number') return port;
	const named = ports.find(({ name }) => name === port)?.containerPort;
	return named ?? (Number(port) || 0);
}

function pathOf(path = '/'): string {
	return path.startsWith('/') ? path : `/${path}`;
}

interface Words {
	readonly refused: string;
	readonly timeout: string;
	readonly broken: string;
	readonly notTls: string;
}

function wordsOf({ httpGet, grpc }: Handler, address: string, timeoutSeconds: number): Words {
	const refused = `dial tcp ${address}: connect: connection refused`;
	if (httpGet !== undefined) {
		const scheme = (httpGet.scheme ?? 'HTTP').toLowerCase();
		const get = `Get ${JSON.stringify(`${scheme}://${address}${pathOf(httpGet.path)}`)}: `;
		return {
			refused: get + refused,
			timeout: `${get}context deadline exceeded (Client.Timeout exceeded while awaiting headers)`,
			broken: `${get}EOF`,
			notTls: `${get}http: server gave HTTP response to HTTPS client`
		};
	}
	const timeout =
		grpc === undefined
			? `dial tcp ${address}: i/o timeout`
			: `timeout: failed to connect service ${JSON.stringify(address)} within ${timeoutSeconds}s: context deadline exceeded`;
	return { refused, timeout, broken: 'EOF', notTls: '' };
}
