import { isUnknown } from '../story/project-output.ts';
import type { Session, SessionStep } from './session.ts';
import { type Chance, Terminal, type Typed } from './terminal.ts';

/** What a command printed, and how it ended. */
export interface Printed {
	readonly stdout: string;
	readonly stderr: string;
	/** null: it was interrupted. */
	readonly exit: number | null;
}

/** How soon after a command's end the next one is typed. */
const gapMs = 10;
/** A command that ends by itself has ended after this. */
const patienceMs = 95_000;
/** A repeated command is tried so often, and for so long at most. */
const pollMs = 300;
const mostMs = 75_000;

/** Types the commands of a session one after another: each when the one before has ended and what it waits for has come. */
export function playSession({ files = {}, steps }: Session, chance: Chance): readonly Printed[] {
	const terminal = new Terminal(chance, files);
	return steps.map((step) => {
		const printed = step.wait?.repeatUntilContains
			? repeat(terminal, step.run, step.wait.repeatUntilContains, step.stdin)
			: typeOnce(terminal, step);
		terminal.runUntil(terminal.nowMs + gapMs);
		const { stdout, stderr, exit } = printed;
		return { stdout, stderr, exit };
	});
}

function typeOnce(terminal: Terminal, step: SessionStep): Typed {
	waitFor(terminal, step.wait);
	const typed = terminal.type(step.run, step.stdin);
	for (const { after, run } of step.meanwhile ?? []) terminal.typeLater(after * 1000, run);
	if (step.stopAfter === undefined) {
		terminal.await(typed, patienceMs);
	} else {
		terminal.runUntil(terminal.nowMs + step.stopAfter * 1000);
		typed.stop();
	}
	return typed;
}

function waitFor(terminal: Terminal, wait: SessionStep['wait'] = {}): void {
	if (wait.seconds !== undefined) terminal.runUntil(terminal.nowMs + wait.seconds * 1000);
	if (wait.until === undefined) return;
	if (wait.contains !== undefined) {
		repeat(terminal, wait.until, wait.contains);
	} else {
		const fromMs = terminal.nowMs;
		const probe = terminal.type(wait.until);
		terminal.await(probe, patienceMs);
		const isHopeless = probe.exit !== 0 && !isUnknown({ run: wait.until, ...probe });
		if (isHopeless) terminal.runUntil(fromMs + mostMs);
	}
	terminal.runUntil(terminal.nowMs + gapMs);
}

/** Types a command again and again until its output contains the text, or time is up; the last one. */
function repeat(terminal: Terminal, run: string, text: string, stdin?: string): Typed {
	const untilMs = terminal.nowMs + mostMs;
	for (;;) {
		const nextMs = terminal.nowMs + pollMs;
		const typed = terminal.type(run, stdin);
		terminal.await(typed, patienceMs);
		const isFound = collapsed(typed.stdout).includes(collapsed(text));
		if (isFound || isUnknown({ run, ...typed }) || nextMs > untilMs) return typed;
		terminal.runUntil(nextMs);
	}
}

/** Column widths depend on the other rows. */
function collapsed(text: string): string {
	return text.replaceAll(/ +/g, ' ');
}
