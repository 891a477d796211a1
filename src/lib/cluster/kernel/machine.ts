import { getInitialSnapshot, initialTransition, transition, type AnyStateMachine } from 'xstate';
import type { ActorId } from '#lib/trace/event.ts';
import type { Kernel } from './kernel.ts';

/** Where an event leads from a state, and which named actions the machine wants done on the way. */
interface Step {
	readonly to: string;
	readonly actions: readonly string[];
	readonly changed: boolean;
}

/**
 * A machine, ready to drive many actors. Kinetes' machines have no context and no guards: decisions with numbers are pure
 * functions outside, and say what they found by the event they send. So what XState answers for (state, event) is always
 * the same and is asked once per pair; after that a step costs a look-up, however many thousand Pods there are.
 */
export class CompiledMachine {
	readonly initial: Step;
	private readonly snapshots = new Map<string, ReturnType<typeof getInitialSnapshot>>();
	private readonly steps = new Map<string, Map<string, Step>>();

	constructor(
		/** The name under which transitions are recorded. */
		readonly name: string,
		readonly machine: AnyStateMachine
	) {
		const [snapshot, actions] = initialTransition(machine);
		this.initial = this.remember(snapshot, actions, undefined);
	}

	step(from: string, event: string): Step {
		let byEvent = this.steps.get(from);
		if (byEvent === undefined) this.steps.set(from, (byEvent = new Map<string, Step>()));
		let step = byEvent.get(event);
		if (step === undefined) {
			const [snapshot, actions] = transition(this.machine, this.snapshots.get(from)!, {
				type: event
			});
			step = this.remember(snapshot, actions, from);
			byEvent.set(event, step);
		}
		return step;
	}

	private remember(
		snapshot: ReturnType<typeof getInitialSnapshot>,
		actions: readonly { type: string }[],
		from: string | undefined
	): Step {
		const to = statePath(snapshot.value);
		if (!this.snapshots.has(to)) this.snapshots.set(to, snapshot);
		return { to, actions: actions.map((action) => action.type), changed: to !== from };
	}
}

function statePath(value: unknown): string {
	if (typeof value === 'string') return value;
	const [key, inner] = Object.entries(value as Record<string, unknown>)[0]!;
	return `${key}.${statePath(inner)}`;
}

/** What to do for each action that a machine names; `owner` is whose machine it is, so that many can share one table. */
export type Actions<Owner = undefined> = Readonly<
	Record<string, ((owner: Owner) => void) | undefined>
>;

type Facts = Readonly<Record<string, string | number | boolean>>;

/**
 * One actor: its state is the machine's, each change is recorded, and what happens is what the machine's actions say. An
 * event that the machine doesn't take in its state changes nothing, as in XState.
 */
export class MachineActor<Owner = undefined> {
	state: string;

	constructor(
		private readonly kernel: Kernel,
		private readonly compiled: CompiledMachine,
		readonly id: ActorId,
		private readonly actions: Actions<Owner>,
		private readonly subject?: string,
		facts?: Facts,
		private readonly owner?: Owner
	) {
		const { to } = compiled.initial;
		this.state = to;
		this.note(null, to, 'init', facts);
	}

	/** Runs the actions of the initial state; apart from the constructor, so that an action can use its own actor. */
	start(): void {
		this.perform(this.compiled.initial.actions);
	}

	/** True if the machine took the event. */
	send(event: string, facts?: Facts): boolean {
		const step = this.compiled.step(this.state, event);
		if (!step.changed && step.actions.length === 0) return false;
		if (step.changed) {
			const from = this.state;
			this.state = step.to;
			this.note(from, step.to, event, facts);
		}
		this.perform(step.actions);
		return true;
	}

	private perform(actions: readonly string[]): void {
		for (const name of actions) this.actions[name]?.(this.owner as Owner);
	}

	private note(from: string | null, to: string, event: string, facts?: Facts): void {
		const { recorder, nowMs: atMs, cause } = this.kernel;
		const { id: actor, subject } = this;
		const { name: machine } = this.compiled;
		const seq = recorder.next;
		const kind = 'transition';
		// Written out, since this is every third event of a trace: an object made at once is half as large as one that grew.
		if (facts === undefined) {
			recorder.append(
				subject === undefined
					? { seq, atMs, cause, kind, actor, machine, from, to, event }
					: { seq, atMs, cause, kind, actor, machine, from, to, event, subject }
			);
		} else {
			recorder.append(
				subject === undefined
					? { seq, atMs, cause, kind, actor, machine, from, to, event, facts }
					: { seq, atMs, cause, kind, actor, machine, from, to, event, subject, facts }
			);
		}
	}
}
