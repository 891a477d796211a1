import type { NodeSize, Step } from '#lib/source/scenario.ts';
import { simulate } from '#lib/source/simulate.ts';
import type { Trace } from '#lib/trace/trace.ts';
import { isUnknown } from '../story/project-output.ts';
import type { Session, SessionStep } from './session.ts';

/** What a command printed, and when it ended. */
export interface Printed {
	readonly stdout: string;
	readonly stderr: string;
	readonly exit: number | null;
	/** Ms of the story; infinite while it goes on. */
	readonly endMs: number;
}

/** What differs between two recordings of a session: what was drawn, and when in a second it began. */
export interface Chance {
	readonly seed: number;
	/** Ms of the story at which the first command is typed. */
	readonly firstMs: number;
}

const nodes: readonly NodeSize[] = ['worker-1', 'worker-2', 'worker-3'].map((name) => ({
	name,
	cpu: '2',
	memory: '3610176Ki'
}));
const imagesPresent = ['web:v1', 'web:v2', 'web:v3', 'web:latest', 'busybox:1.36'];
/** How soon after a command's end the next one is typed. */
const gapMs = 10;
/** A command that ends by itself has ended after this. */
const patienceMs = 95_000;
/** A repeated command is tried so often, and for so long at most. */
const pollMs = 300;
const mostMs = 75_000;
/** Tries that are played together, from the first to before the second. */
const pollBatches = [
	[0, 20],
	[20, 100],
	[100, mostMs / pollMs]
] as const;

/**
 * Types the commands of a session one after another: each when the one before has ended and what it waits for has come.
 * Virtual time knows no end of a command beforehand, so the session is played again for each further step.
 */
export function playSession(
	{ files = {}, steps }: Session,
	{ seed, firstMs }: Chance = { seed: 1, firstMs: 0 }
): readonly Printed[] {
	const typed: Step[] = [];
	const results: Printed[] = [];
	let nowMs = firstMs;
	const play = (extra: readonly Step[]): Trace =>
		simulate({
			seed,
			nodes,
			imagesPresent,
			files,
			steps: [...typed, ...extra],
			untilMs: Math.max(0, ...extra.map(({ atMs }) => atMs)) + patienceMs
		});
	for (const step of steps) {
		nowMs = startOf(step, nowMs, typed.length, play);
		const given = [stepAt(step.run, nowMs, step.stdin), ...besides(step, nowMs)];
		const stopMs = step.stopAfter === undefined ? undefined : nowMs + step.stopAfter * 1000;
		const printed = printedBy(play(given), typed.length, stopMs);
		results.push(printed);
		typed.push(...given);
		nowMs = Math.max(nowMs, Number.isFinite(printed.endMs) ? printed.endMs : nowMs) + gapMs;
	}
	return results;
}

function stepAt(run: string, atMs: number, stdin?: string): Step {
	return stdin === undefined ? { atMs, run } : { atMs, run, stdin };
}

function besides({ meanwhile = [] }: SessionStep, nowMs: number): Step[] {
	return meanwhile.map(({ after, run }) => stepAt(run, nowMs + after * 1000));
}

function startOf(
	{ wait, run, stdin }: SessionStep,
	nowMs: number,
	command: number,
	play: (extra: readonly Step[]) => Trace
): number {
	if (wait?.seconds !== undefined) return nowMs + wait.seconds * 1000;
	const probe = wait?.repeatUntilContains === undefined ? wait?.until : run;
	if (probe === undefined) return nowMs;
	const text = wait?.repeatUntilContains ?? wait?.contains;
	if (text === undefined) {
		const printed = printedBy(play([stepAt(probe, nowMs, stdin)]), command);
		return printed.exit === 0 ? printed.endMs + gapMs : givenUp(nowMs, probe, printed);
	}
	for (const [from, to] of pollBatches) {
		const probes = Array.from({ length: to - from }, (_, index) =>
			stepAt(probe, nowMs + (from + index) * pollMs, stdin)
		);
		const trace = play(probes);
		for (const [index, { atMs }] of probes.entries()) {
			const printed = printedBy(trace, command + index);
			if (isUnknown({ run: probe, stderr: printed.stderr })) return nowMs;
			if (!collapsed(printed.stdout).includes(collapsed(text))) continue;
			return wait?.repeatUntilContains === undefined ? printed.endMs + gapMs : atMs;
		}
	}
	return nowMs + mostMs;
}

/** What will never come is not waited for. */
function givenUp(nowMs: number, run: string, { stderr }: Printed): number {
	return isUnknown({ run, stderr }) ? nowMs : nowMs + mostMs;
}

/** Column widths depend on the other rows. */
function collapsed(text: string): string {
	return text.replaceAll(/ +/g, ' ');
}

function printedBy({ header, events }: Trace, command: number, stopMs?: number): Printed {
	const text = { stdout: '', stderr: '' };
	let exit: number | null = null;
	let endMs = stopMs ?? Number.POSITIVE_INFINITY;
	for (const event of events) {
		if (event.kind !== 'output' || event.command !== command) continue;
		const atMs = event.atMs - header.startMs;
		if (stopMs !== undefined && atMs > stopMs) break;
		if (event.stream === 'exit') {
			exit = Number(event.text);
			endMs = atMs;
		} else if (event.stream !== 'input') {
			text[event.stream] += event.text;
		}
	}
	return { ...text, exit, endMs };
}
