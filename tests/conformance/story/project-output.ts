import type { Trace } from '#lib/trace/trace.ts';
import type { CommandOutput } from './recording.ts';

/** What a command of the scenario printed. */
export function projectOutput({ events }: Trace, command: number): CommandOutput {
	const text = { input: '', stdout: '', stderr: '', exit: '' };
	for (const event of events) {
		if (event.kind === 'output' && event.command === command) text[event.stream] += event.text;
	}
	return {
		run: text.input,
		stdout: text.stdout,
		stderr: text.stderr,
		exit: text.exit === '' ? null : Number(text.exit)
	};
}

/** kubectl said that it doesn't have the command or the kind, as the real one wouldn't. */
export function isUnknown({ stderr = '' }: CommandOutput): boolean {
	return /Kinetes doesn't have|unknown command|no matches for kind|doesn't have a resource type/.test(
		stderr
	);
}
