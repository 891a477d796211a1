import { OutOfMemory, type Script } from '../world.ts';
import type { Call } from './program.ts';

/** So much is touched at once, bytes, and so long it takes, ms. */
const step = 64 * 1024 * 1024;
const stepMs = 125;

const units: Readonly<Record<string, number>> = { '': 1, K: 1024, M: 1024 ** 2, G: 1024 ** 3 };

/**
 * The load generator of the image polinux/stress: `--cpu N` computes without a pause, `--vm N --vm-bytes 150M` takes memory and
 * touches it again and again, with `--vm-hang S` it sits on it instead; `--timeout S` ends it.
 */
export function* stress({ args, world, streams }: Call): Script {
	const value = (...names: readonly string[]): string | undefined => {
		const at = args.findIndex((arg) => names.includes(arg));
		return at < 0 ? undefined : args[at + 1];
	};
	const cpu = Number(value('--cpu', '-c') ?? 0);
	const vm = Number(value('--vm', '-m') ?? 0);
	const tell = (text: string): void => streams.out(`stress: info: [1] ${text}\n`);
	tell(`dispatching hogs: ${cpu} cpu, 0 io, ${vm} vm, 0 hdd`);
	const spins = value('--vm-hang') === undefined ? vm : 0;
	world.resources?.wantCpu(1000 * (cpu + spins));
	for (let rest = vm * bytes(value('--vm-bytes') ?? '256M'); rest > 0; rest -= step) {
		yield { sleepMs: stepMs };
		if (world.resources?.takeMemory(Math.min(step, rest)) === false) throw new OutOfMemory();
	}
	const seconds = value('--timeout', '-t');
	yield { sleepMs: seconds === undefined ? Infinity : parseInt(seconds, 10) * 1000 };
	tell(`successful run completed in ${parseInt(seconds ?? '0', 10)}s`);
	return 0;
}

function bytes(text: string): number {
	const [, number = '0', unit = ''] = /^(\d+)([KMG]?)$/i.exec(text) ?? [];
	return Number(number) * (units[unit.toUpperCase()] ?? 1);
}
