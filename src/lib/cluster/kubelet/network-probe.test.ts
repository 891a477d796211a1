import { expect, test } from 'vitest';
import type { Container, Handler } from '#lib/kubernetes/pod.ts';
import { RunningServer } from '../container-runtime/programs/running-server.ts';
import { serverProgram } from '../container-runtime/programs/server-program.ts';
import { Kernel } from '../kernel/kernel.ts';
import { PodNetwork } from '../network/pod-network.ts';
import { askOverNetwork, willingListener } from './network-probe.ts';

const container: Container = { name: 'c', ports: [{ name: 'http', containerPort: 80 }] };

interface Given {
	readonly image?: string;
	readonly env?: Readonly<Record<string, string>>;
	/** Its address is gone. */
	readonly gone?: boolean;
}

/** What a probe of a server says, when it says it (ms), and whether it could have been spared. */
function ask(handler: Handler, { image = 'web:v1', env = {}, gone = false }: Given = {}) {
	const kernel = new Kernel(1, 0);
	const network = new PodNetwork();
	const program = serverProgram(image, new Map(Object.entries(env)), [], 'p');
	const server = new RunningServer(kernel, program, 'p', {
		write: () => {},
		end: () => {},
		spendCpu: (ms) => ms
	});
	if (!gone) {
		network.attach('10.244.0.5', {
			pod: 'default/p',
			listenerOn: (port) => (server.listensOn(port) ? server : undefined)
		});
	}
	kernel.runUntil(10_000);
	const probe = { kernel, network, ip: '10.244.0.5', container, handler };
	const willing = willingListener(probe) !== undefined;
	const said: [boolean, string, number][] = [];
	askOverNetwork(probe, (succeeded, output) =>
		said.push([succeeded, output, Math.round(kernel.nowMs - 10_000)])
	);
	kernel.runUntil(60_000);
	expect(said).toHaveLength(1);
	const [succeeded, output, afterMs] = said[0]!;
	return { succeeded, output, willing, inTime: afterMs < 1000 };
}

const http = (path: string, port: number | string = 80, scheme = 'HTTP'): Handler => ({
	httpGet: { path, port, scheme }
});

test.each<[string, Handler, Given | undefined]>([
	['an answer of 200', http('/'), undefined],
	['a port by its name', http('/', 'http'), undefined],
	['a port that is open', { tcpSocket: { port: 80 } }, undefined],
	['a gRPC server', { grpc: { port: 2379 } }, { image: 'etcd:3' }],
	[
		'an open port of a server that speaks something else',
		{ tcpSocket: { port: 6379 } },
		{ image: 'redis:7' }
	]
])('%s succeeds', (_what, handler, given) => {
	expect(ask(handler, given)).toEqual({ succeeded: true, output: '', willing: true, inTime: true });
});

const get = 'Get "http://10.244.0.5:';

test.each<[string, Handler, Given | undefined, string, boolean]>([
	['an answer of 500', http('/fail'), undefined, 'HTTP probe failed with statuscode: 500', true],
	[
		'a port where nobody listens',
		http('health', 81),
		undefined,
		`${get}81/health": dial tcp 10.244.0.5:81: connect: connection refused`,
		true
	],
	[
		'a slow answer',
		http('/'),
		{ env: { RESPONSE_TIME: '2s' } },
		`${get}80/": context deadline exceeded (Client.Timeout exceeded while awaiting headers)`,
		false
	],
	[
		'a server without TLS',
		http('/', 80, 'HTTPS'),
		undefined,
		'Get "https://10.244.0.5:80/": http: server gave HTTP response to HTTPS client',
		true
	],
	[
		'a server that speaks no HTTP',
		http('/', 6379),
		{ image: 'redis:7' },
		`${get}6379/": EOF`,
		true
	],
	[
		'a closed port',
		{ tcpSocket: { port: 81 } },
		undefined,
		'dial tcp 10.244.0.5:81: connect: connection refused',
		true
	],
	[
		'an address that is gone',
		{ tcpSocket: { port: 80 } },
		{ gone: true },
		'dial tcp 10.244.0.5:80: i/o timeout',
		false
	],
	[
		'gRPC where nobody listens',
		{ grpc: { port: 81 } },
		undefined,
		'timeout: failed to connect service "10.244.0.5:81" within 1s: context deadline exceeded',
		false
	]
])('%s fails', (_what, handler, given, output, inTime) => {
	expect(ask(handler, given)).toEqual({ succeeded: false, output, willing: false, inTime });
});
