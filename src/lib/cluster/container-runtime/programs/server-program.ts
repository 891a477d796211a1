import { splitImage } from '../image-catalogue.ts';
import { goDurationMs } from './go-duration-ms.ts';

/** What a program says to a request. */
export interface Answer {
	readonly code: number;
	readonly body: string;
	/** Which version it says it is. */
	readonly version?: string;
}

/** How a program that listens behaves. Everything else about it is not modelled. */
export interface ServerProgram {
	readonly ports: readonly number[];
	/** What it speaks. Whoever speaks something else to it gets no answer that he understands. */
	readonly speaks: 'http' | 'grpc' | 'other';
	/** From its start until it listens, ms. */
	readonly startMs: number;
	/** What it adds to the time that an answer takes, ms. */
	readonly answerMs: number;
	/** CPU time that an answer costs, ms; with a limit it takes longer than that. */
	readonly cpuMs: number;
	/** What it logs once it listens. */
	readonly greeting?: string;
	/**
	 * What it makes of SIGTERM. `exit`: ends at once, whatever is under way. `drain`: stops listening, finishes what is under
	 * way, ends. `ignore`: goes on.
	 */
	readonly onTerm: 'exit' | 'drain' | 'ignore';
	/** It goes on serving for so long after SIGTERM before it reacts, ms. */
	readonly lingerMs: number;
	/** Ends by itself as soon as it is started, with this code. */
	readonly crashes?: number;
	/** Its answers change with its age. */
	readonly ages?: boolean;
	answer(path: string, ageMs: number): Answer;
}

type Environment = ReadonlyMap<string, string>;
type Model = Partial<ServerProgram> & Pick<ServerProgram, 'ports'>;

const ok = (body: string): ServerProgram['answer'] => {
	const answer = { code: 200, body };
	return () => answer;
};

/**
 * `web`, the program of most lessons: waits `START_DELAY`, listens on port 80, answers `/` with its version and its Pod's
 * name, `/fail` with 500. On SIGTERM it ends at once, unless `IGNORE_TERM` is set, or `TERM_DELAY` says how long it goes on
 * serving before it finishes what is under way. `RESPONSE_TIME` makes it slower, `CPU_TIME` is what an answer
 * costs of the processor, `FAIL` lets every answer be 500,
 * `CRASH` lets it end with that code. `v2-broken` is a version that always fails, `v2-crash` one that doesn't start.
 */
function web(tag: string, environment: Environment, hostname: string): Model {
	const version = tag === 'latest' ? 'v3' : tag;
	const fails = tag === 'v2-broken' || isSet(environment.get('FAIL'));
	const crash = tag === 'v2-crash' ? 1 : Number(environment.get('CRASH') ?? NaN);
	const good = { code: 200, body: `${version} ${hostname}\n`, version };
	const bad = { code: 500, body: 'failed\n', version };
	const linger = goDurationMs(environment.get('TERM_DELAY') ?? '');
	return {
		ports: [80],
		startMs: goDurationMs(environment.get('START_DELAY') ?? ''),
		answerMs: goDurationMs(environment.get('RESPONSE_TIME') ?? ''),
		cpuMs: goDurationMs(environment.get('CPU_TIME') ?? ''),
		greeting: `listening ${version}\n`,
		onTerm: isSet(environment.get('IGNORE_TERM')) ? 'ignore' : linger > 0 ? 'drain' : 'exit',
		lingerMs: linger,
		...(Number.isNaN(crash) ? undefined : { crashes: crash & 255 }),
		answer: (path) => (fails || path === '/fail' ? bad : good)
	};
}

/** agnhost's servers, as the documentation of Kubernetes uses them (test/images/agnhost). */
function agnhost(args: readonly string[], hostname: string): Model {
	const wanted = args.find((arg) => /^--(http-)?port=/.test(arg))?.split('=')[1];
	const port = Number(wanted ?? (args[0] === 'serve-hostname' ? 9376 : 8080));
	switch (args[0]) {
		case 'liveness':
			return {
				ports: [8080],
				ages: true,
				answer: (_path, ageMs) => {
					const seconds = ageMs / 1000;
					return seconds > 10
						? { code: 500, body: `error: ${seconds}` }
						: { code: 200, body: 'ok' };
				}
			};
		case 'netexec':
		case 'serve-hostname':
			return { ports: [port], answer: ok(hostname) };
		default:
			return { ports: [] };
	}
}

type Maker = (
	tag: string,
	environment: Environment,
	args: readonly string[],
	host: string
) => Model;

const welcome = ok('Welcome to nginx!\n');

/** Servers by the last part of their image's name. Their official images stop on the signal that lets them end well. */
const servers: Readonly<Record<string, Maker>> = {
	web: (tag, environment, _args, host) => web(tag, environment, host),
	nginx: () => ({ ports: [80], startMs: 40, onTerm: 'drain', answer: welcome }),
	'nginx-slim': () => ({ ports: [80], startMs: 40, onTerm: 'drain', answer: welcome }),
	httpd: () => ({ ports: [80], startMs: 40, onTerm: 'drain', answer: ok('It works!\n') }),
	'hello-app': (tag, _environment, _args, host) => ({
		ports: [8080],
		answer: ok(`Hello, world!\nVersion: ${tag}.0\nHostname: ${host}\n`)
	}),
	agnhost: (_tag, _environment, args, host) => agnhost(args, host),
	'busybox-httpd': (_tag, _environment, args) => ({
		ports: [Number(args[args.indexOf('-p') + 1]) || 80],
		onTerm: 'ignore'
	}),
	'python-http': (_tag, _environment, args) => ({
		ports: [Number(args.find((arg) => /^\d+$/.test(arg)) ?? 8000)],
		onTerm: 'ignore'
	}),
	liveness: (_tag, _environment, _args, host) => agnhost(['liveness'], host),
	goproxy: () => ({ ports: [8080], speaks: 'other' }),
	redis: () => ({ ports: [6379], speaks: 'other', startMs: 60 }),
	memcached: () => ({ ports: [11211], speaks: 'other' }),
	postgres: () => ({ ports: [5432], speaks: 'other', startMs: 2500 }),
	mysql: () => ({ ports: [3306], speaks: 'other', startMs: 8000, onTerm: 'drain' }),
	etcd: () => ({ ports: [2379], speaks: 'grpc', startMs: 300 }),
	coredns: () => ({ ports: [53, 8080, 8181], startMs: 80, onTerm: 'drain' }),
	'metrics-server': () => ({ ports: [10250], startMs: 400, onTerm: 'drain' })
};

/** The model of a server; one that isn't known listens nowhere and ends on SIGTERM. */
export function serverProgram(
	image: string,
	environment: Environment,
	args: readonly string[],
	hostname: string
): ServerProgram {
	const { repository, tag } = splitImage(image);
	const name = repository.slice(repository.lastIndexOf('/') + 1);
	const make = Object.hasOwn(servers, name) ? servers[name] : undefined;
	return {
		speaks: 'http',
		startMs: 0,
		answerMs: 0,
		cpuMs: 0,
		onTerm: 'exit',
		lingerMs: 0,
		answer: ok(''),
		...(make?.(tag, environment, args, hostname) ?? { ports: [] })
	};
}

function isSet(value: string | undefined): boolean {
	return value !== undefined && value !== '';
}
