import type { Script } from '../world.ts';
import { operands, type Call, type Program } from './program.ts';
import { stress } from './stress.ts';

/** `sleep 3`, `sleep 0.5`, `sleep 1m`, `sleep infinity`. */
function* sleep({ args }: Call): Script {
	const units: Record<string, number> = { s: 1000, m: 60_000, h: 3_600_000, d: 86_400_000 };
	const sleepMs = args.reduce((sum, arg) => {
		if (arg === 'infinity' || arg === 'inf') return Infinity;
		const match = /^(\d*\.?\d+)([smhd]?)$/.exec(arg);
		return match === null ? sum : sum + Number(match[1]) * units[match[2] || 's']!;
	}, 0);
	yield { sleepMs };
	return 0;
}

const months = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ');
const days = 'Sun Mon Tue Wed Thu Fri Sat'.split(' ');

function date({ args, world, streams }: Call): number {
	const now = new Date(world.now());
	const two = (number: number): string => String(number).padStart(2, '0');
	const parts: Readonly<Record<string, string>> = {
		Y: String(now.getUTCFullYear()),
		m: two(now.getUTCMonth() + 1),
		d: two(now.getUTCDate()),
		H: two(now.getUTCHours()),
		M: two(now.getUTCMinutes()),
		S: two(now.getUTCSeconds()),
		a: days[now.getUTCDay()]!,
		b: months[now.getUTCMonth()]!,
		e: String(now.getUTCDate()).padStart(2),
		s: String(Math.floor(world.now() / 1000)),
		T: now.toISOString().slice(11, 19),
		F: now.toISOString().slice(0, 10),
		Z: 'UTC'
	};
	const format = args.find((arg) => arg.startsWith('+'))?.slice(1) ?? '%a %b %e %T %Z %Y';
	streams.out(`${format.replaceAll(/%(\w)/g, (all, key: string) => parts[key] ?? all)}\n`);
	return 0;
}

function env({ world, variables, streams }: Call): number {
	const all = new Map([['HOSTNAME', world.hostname], ...variables]);
	for (const [name, value] of all) streams.out(`${name}=${value}\n`);
	return 0;
}

function printenv(call: Call): number {
	if (call.args.length === 0) return env(call);
	const values = call.args.map((name) =>
		name === 'HOSTNAME' ? call.world.hostname : call.variables.get(name)
	);
	for (const value of values) if (value !== undefined) call.streams.out(`${value}\n`);
	return values.includes(undefined) ? 1 : 0;
}

/** Only process 1 can be named; no signal kills it that it doesn't take, SIGKILL least of all. */
function kill({ args, world, streams }: Call): number {
	const [pid] = operands(args);
	if (pid !== '1') {
		streams.err(`sh: can't kill pid ${pid ?? ''}: No such process\n`);
		return 1;
	}
	const quiet = args.some((arg) => /^-(9|KILL|SIGKILL|0)$/.test(arg));
	if (!quiet) world.kill?.('SIGTERM');
	return 0;
}

function killall({ args, world, streams }: Call): number {
	if (world.serverRuns?.() !== true) {
		streams.err(`killall: ${operands(args)[0] ?? ''}: no process killed\n`);
		return 1;
	}
	if (!args.includes('-0')) world.stopServers?.();
	return 0;
}

/** `nginx -s quit` and the like; otherwise the server itself, where the image has it. */
function* nginx({ args, world, streams }: Call): Script {
	if (args.includes('-s')) {
		world.stopServers?.();
		return 0;
	}
	if (world.serve?.(['nginx', ...args]) === true) yield { sleepMs: Infinity };
	streams.err('sh: nginx: not found\n');
	return 127;
}

/** Programs that have to do with the system. */
export const systemPrograms: Readonly<Record<string, Program>> = {
	sleep,
	stress,
	date,
	env,
	printenv,
	kill,
	killall,
	nginx,
	true: () => 0,
	false: () => 1,
	sync: () => 0,
	hostname: ({ world, streams }) => {
		streams.out(`${world.hostname}\n`);
		return 0;
	},
	id: ({ streams }) => {
		streams.out('uid=0 gid=0 groups=0\n');
		return 0;
	},
	whoami: ({ streams }) => {
		streams.out('root\n');
		return 0;
	},
	uname: ({ streams }) => {
		streams.out('Linux\n');
		return 0;
	}
};
