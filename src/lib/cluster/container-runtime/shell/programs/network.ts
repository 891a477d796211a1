import type { Fetched, Pause, Script, ShellNetwork } from '../world.ts';
import { operands, options, type Call, type Program } from './program.ts';

/** How long a TCP connection is tried for when nobody answers: six SYNs, ms. */
const tcpTimeoutMs = 127_000;

/** Pauses until something calls back. */
function* awaited<T>(start: (onDone: (value: T) => void) => void): Generator<Pause, T, void> {
	let result: { value: T } | undefined;
	let wake: (() => void) | undefined;
	start((value) => {
		result = { value };
		wake?.();
	});
	while (result === undefined) yield { sleepMs: Infinity, until: (resume) => (wake = resume) };
	return result.value;
}

interface Url {
	readonly host: string;
	readonly port: number;
	readonly path: string;
}

function urlOf(text: string): Url {
	const match = /^(?:https?:\/\/)?([^/:]*)(?::(\d+))?(\/.*)?$/.exec(text) ?? [];
	const [, host = '', port = '80', path = '/'] = match;
	return { host, port: Number(port), path };
}

/** The value of an option that has one: `-T 5`, `-T5`. */
function valueOf(args: readonly string[], option: string): string | undefined {
	const at = args.indexOf(option);
	return at >= 0 ? args[at + 1] : args.find((arg) => arg.startsWith(option))?.slice(option.length);
}

type Result = Fetched | { readonly type: 'unknown-host' };

function* fetchUrl(
	network: ShellNetwork | undefined,
	{ host, port, path }: Url,
	timeoutMs: number
): Generator<Pause, Result & { address?: string }, void> {
	if (network === undefined) return { type: 'unknown-host' };
	const found = yield* awaited<{ addresses: readonly string[] } | undefined>((done) =>
		network.look(host, done)
	);
	const address = found?.addresses[0];
	if (address === undefined) return { type: 'unknown-host' };
	const result = yield* awaited<Fetched>((done) =>
		network.get(address, port, path, timeoutMs, done)
	);
	return { ...result, address };
}

const reasons: Readonly<Record<number, string>> = {
	404: 'Not Found',
	500: 'Internal Server Error',
	503: 'Service Unavailable'
};

/** Where `-O FILE`, `-qO-` and the like put the answer. */
function outputOf(args: readonly string[]): string | undefined {
	const at = args.findIndex((arg) => /^-[a-zA-Z]*O/.test(arg));
	const [, joined] = /^-[a-zA-Z]*O(.*)$/.exec(args[at] ?? '') ?? [];
	return joined === '' ? args[at + 1] : joined;
}

/** busybox's wget. */
function* wget({ args, world, streams, path, keep }: Call): Script {
	const file = outputOf(args);
	const timeout = valueOf(args, '-T');
	const text = args.filter((arg) => ![file, timeout].includes(arg) && !arg.startsWith('-')).at(-1);
	const quiet = options(args).includes('q');
	const url = urlOf(text ?? '');
	const timeoutMs = timeout === undefined ? tcpTimeoutMs : Number(timeout) * 1000;
	const result = yield* fetchUrl(world.network, url, timeoutMs);
	const fail = (words: string): number => {
		streams.err(`wget: ${words}\n`);
		return 1;
	};
	if (result.type !== 'unknown-host' && !quiet) {
		streams.err(`Connecting to ${url.host} (${result.address}:${url.port})\n`);
	}
	switch (result.type) {
		case 'unknown-host':
			return fail(`bad address '${url.host}'`);
		case 'refused':
			return fail(`can't connect to remote host (${result.address}): Connection refused`);
		case 'timeout':
			return fail('download timed out');
		case 'reset':
			return fail('error getting response: Connection reset by peer');
	}
	if (result.code >= 400) {
		return fail(`server returned error: HTTP/1.1 ${result.code} ${reasons[result.code] ?? ''}`);
	}
	if (args.includes('--spider')) return 0;
	if (file === '-') {
		streams.out(result.body);
		return 0;
	}
	keep(result.body);
	world.files.write(path(file ?? 'index.html'), result.body);
	return 0;
}

function* curl({ args, world, streams }: Call): Script {
	const timeout = valueOf(args, '-m') ?? valueOf(args, '--max-time') ?? '';
	const [text = ''] = operands(args).filter((arg) => arg !== timeout);
	const url = urlOf(text);
	const result = yield* fetchUrl(
		world.network,
		url,
		timeout === '' ? tcpTimeoutMs : Number(timeout) * 1000
	);
	const fail = (code: number, words: string): number => {
		if (!options(args).includes('s')) streams.err(`curl: (${code}) ${words}\n`);
		return code;
	};
	switch (result.type) {
		case 'unknown-host':
			return fail(6, `Could not resolve host: ${url.host}`);
		case 'refused':
			return fail(7, `Failed to connect to ${url.host} port ${url.port}: Connection refused`);
		case 'timeout':
			return fail(28, 'Connection timed out');
		case 'reset':
			return fail(56, 'Recv failure: Connection reset by peer');
	}
	if (result.code >= 400 && options(args).includes('f')) {
		return fail(22, `The requested URL returned error: ${result.code}`);
	}
	streams.out(result.body);
	return 0;
}

function* nslookup({ args, world, streams }: Call): Script {
	const [name = ''] = operands(args);
	const { network } = world;
	if (network === undefined) {
		streams.err(`nslookup: write to '10.96.0.10': Connection refused\n`);
		return 1;
	}
	const found = yield* awaited<{ name: string; addresses: readonly string[] } | undefined>((done) =>
		network.look(name, done)
	);
	streams.out('Server:\t\t10.96.0.10\nAddress:\t10.96.0.10:53\n\n');
	if (found === undefined) {
		streams.out(`** server can't find ${name}: NXDOMAIN\n\n`);
		return 1;
	}
	const lines = found.addresses.map((address) => `Name:\t${found.name}\nAddress: ${address}\n`);
	streams.out(`${lines.join('')}\n`);
	return 0;
}

/** Only `nc -z HOST PORT`: does somebody listen? */
function* nc({ args, world }: Call): Script {
	const [host = '', port = ''] = operands(args).filter((arg) => arg !== valueOf(args, '-w'));
	const url = { host, port: Number(port), path: '/' };
	const seconds = Number(valueOf(args, '-w') ?? NaN);
	const timeoutMs = Number.isNaN(seconds) ? tcpTimeoutMs : seconds * 1000;
	const { type } = yield* fetchUrl(world.network, url, timeoutMs);
	return type === 'answer' ? 0 : 1;
}

/** Programs that have to do with the network. */
export const networkPrograms: Readonly<Record<string, Program>> = { wget, curl, nslookup, nc };
