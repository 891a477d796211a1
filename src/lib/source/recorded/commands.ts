import { resourceNamed } from '#lib/kubernetes/resources.ts';
import type { RecordedStep } from './recording.ts';
import type { SentRequest } from './sent-request.ts';

/** A command of the recording; anything else that was done, such as `(stop X)`, has no actor. */
export interface Command {
	/** Counted from 0. */
	readonly index: number;
	readonly step: RecordedStep & { readonly run: string };
	/** `kubectl/1` … */
	readonly actor: string | undefined;
}

/** What was done, in order of time. */
export function commandsOf(steps: readonly RecordedStep[]): readonly Command[] {
	return steps
		.filter((step): step is Command['step'] => step.run !== undefined)
		.sort((a, b) => a.atMs - b.atMs)
		.map((step, index) => ({
			index,
			step,
			actor: step.run.startsWith('(') ? undefined : `kubectl/${index + 1}`
		}));
}

const writingCommands =
	/^kubectl (?:-\S+ )*(run|create|apply|set|scale|expose|delete|label|annotate|taint|patch|replace|edit|cordon|uncordon|drain|rollout (?:undo|restart|pause|resume)|autoscale|certificate|evict)/;

/** So long a command may have begun before another and still be the one that asks, ms; later only one that goes on. */
const busyMs = 2500;

/** Which command sent a request of kubectl: the last that could have. The audit log only says that kubectl asked. */
export function commandOf(
	{ atMs, verb, resource, name }: SentRequest,
	commands: readonly Command[]
): Command | undefined {
	const begun = commands.filter(({ step, actor }) => actor && step.atMs <= atMs);
	const writes = !['get', 'list', 'watch'].includes(verb);
	const score = ({ step }: Command): number => {
		const words = step.run.split(/\s+/).slice(1);
		const isWriter = writingCommands.test(step.run);
		const goesOn = step.lines !== undefined;
		const about = words.some((word) =>
			word.split(',').some((part) => resourceNamed(part.split('/')[0] ?? '')?.plural === resource)
		);
		const named = name !== undefined && words.some((word) => word.split('/').at(-1) === name);
		return (
			(writes === isWriter ? 4 : 0) +
			(verb === 'watch' && goesOn ? 4 : 0) +
			(about ? 2 : 0) +
			(named ? 1 : 0) +
			(atMs - step.atMs < busyMs || goesOn ? 3 : 0)
		);
	};
	return begun.reduce<Command | undefined>(
		(best, one) => (best && score(best) > score(one) ? best : one),
		undefined
	);
}
