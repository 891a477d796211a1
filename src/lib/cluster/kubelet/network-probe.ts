import type { Container, Handler } from '#lib/kubernetes/pod.ts';
import type { Kernel } from '../kernel/kernel.ts';
import type { Timer } from '../kernel/event-queue.ts';
import type { Listener, PodNetwork } from '../network/pod-network.ts';

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
	const words = (): Words => wordsOf(handler, `${host}:${port}`, timeoutSeconds);
	const back = (succeeded: boolean, output: string): void => {
		kernel.after(hopMs, () => onDone(succeeded, output));
	};
	const timeOut = (then: () => void): Timer =>
		kernel.after(timeoutSeconds * 1000 - hopMs, () => {
			then();
			onDone(false, words().timeout);
		});
	kernel.after(hopMs, () => {
		const dialled = network.dial(host, port);
		// A gRPC client goes on trying until its time is up.
		if (dialled.type === 'lost' || (dialled.type === 'refused' && grpc !== undefined)) {
			timeOut(() => {});
		} else if (dialled.type === 'refused') back(false, words().refused);
		else if (tcpSocket !== undefined) back(true, '');
		else if (dialled.listener.speaks !== (grpc === undefined ? 'http' : 'grpc')) {
			if (grpc === undefined) back(false, words().broken);
			else timeOut(() => {});
		} else if (httpGet?.scheme === 'HTTPS') back(false, words().notTls);
		else converse(dialled.listener);
	});

	function converse(listener: Listener): void {
		let over = false;
		// Most servers are never too slow, and need no timer.
		const timer =
			listener.slowestMs < timeoutSeconds * 1000 - hopMs
				? undefined
				: timeOut(() => {
						over = true;
					});
		listener.request(pathOf(httpGet?.path), (ended) => {
			if (over) return;
			timer?.cancel();
			if ('reset' in ended) return onDone(false, words().broken);
			const { code } = ended.answer;
			if (code >= 200 && code < 400) return onDone(true, '');
			onDone(false, `HTTP probe failed with statuscode: ${code}`);
		});
	}
}

/**
 * Who would answer well, and in good time; undefined: nobody. Most probes find what the last one found, and nobody needs to
 * see the packets of those.
 */
export function willingListener({
	network,
	handler,
	ip,
	container
}: NetworkProbe): Listener | undefined {
	const { httpGet, tcpSocket, grpc, timeoutSeconds = 1 } = handler;
	const host = httpGet?.host ?? tcpSocket?.host ?? ip;
	const port = portOf(httpGet?.port ?? tcpSocket?.port ?? grpc?.port ?? 0, container);
	const dialled = network.dial(host, port);
	if (dialled.type !== 'connected') return undefined;
	const { listener } = dialled;
	if (tcpSocket !== undefined) return listener;
	if (listener.slowestMs + 2 * hopMs >= timeoutSeconds * 1000) return undefined;
	if (grpc !== undefined) return listener.speaks === 'grpc' ? listener : undefined;
	if (listener.speaks !== 'http' || httpGet?.scheme === 'HTTPS') return undefined;
	const { code } = listener.answerNow(pathOf(httpGet?.path));
	return code >= 200 && code < 400 ? listener : undefined;
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
