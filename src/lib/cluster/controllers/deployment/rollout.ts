import { isDeepEqual } from '#lib/kubernetes/deep-equal.ts';
import type { DeploymentStatus } from '#lib/kubernetes/deployment.ts';
import type { Pod } from '#lib/kubernetes/pod.ts';
import type { ReplicaSet } from '#lib/kubernetes/replica-set.ts';
import type { Kernel } from '../../kernel/kernel.ts';
import { CompiledMachine, MachineActor } from '../../kernel/machine.ts';
import type { EventRecorder } from '../event-recorder.ts';
import type { Work } from '../work.ts';
import { conditionOf, situations } from './conditions.ts';
import { deleteReplicaSets } from './delete-replica-sets.ts';
import { calculateStatus, rolloutStatus } from './deployment-status.ts';
import { isRollingUpdate } from './fenceposts.ts';
import { expiredReplicaSets } from './history-clean-up.ts';
import { hasDeadline, isComplete, stuckCheckMs } from './progress.ts';
import { isScalingEvent, scaledSizes } from './proportional-scale.ts';
import { areOldPodsRunning, scaleDownForRecreate } from './recreate.ts';
import { activeReplicaSets, sizeOf } from './replica-counts.ts';
import { type DecidedStep, RolloutDecisions } from './rollout-decisions.ts';
import { rolloutMachine } from './rollout-machine.ts';
import { createReplicaSet, type DeploymentCopy, type Sets, syncRevision } from './revision-sync.ts';
import { reconcileNewSize, reconcileOldSizes, type Resize } from './rolling-arithmetic.ts';
import { scaleReplicaSet } from './scale-replica-set.ts';

const compiled = new CompiledMachine('rollout', rolloutMachine);

/** What a rollout needs from the controller around it. */
export interface RolloutSurroundings {
	readonly kernel: Kernel;
	readonly events: EventRecorder;
	replicaSetNamed(name: string): ReplicaSet | undefined;
	podsOf(set: ReplicaSet): Iterable<Pod>;
	/** Look again in so many ms. */
	lookAgain(delayMs: number): void;
}

/** A size to be written, and how it is told. */
interface Step extends Resize {
	readonly step: DecidedStep['step'];
	readonly numbers?: DecidedStep['numbers'];
}

interface Round {
	readonly copy: DeploymentCopy;
	/** Its ReplicaSets when the round began. */
	readonly owned: readonly ReplicaSet[];
	sets: Sets;
	steps: readonly Step[];
}

/**
 * The rollout of one Deployment, round by round. Pure functions say what there is to do; the machine is told, and its entry
 * actions are what is done. Models pkg/controller/deployment/deployment_controller.go syncDeployment, rolling.go, recreate.go
 * and sync.go.
 */
export class Rollout {
	private readonly actor: MachineActor;
	private readonly decisions: RolloutDecisions;
	private round!: Round;
	/** What the machine was told last. */
	private found = '';
	/** What the state that was just entered does. */
	private todo: Work = nothing();

	constructor(
		key: string,
		private readonly around: RolloutSurroundings
	) {
		this.decisions = new RolloutDecisions(around.kernel);
		const actions = {
			createReplicaSet: () => (this.todo = this.create()),
			scaleUpNew: () => (this.todo = this.scale()),
			scaleDownOld: () => (this.todo = this.scale()),
			resize: () => (this.todo = this.scale()),
			cleanUpHistory: () => (this.todo = this.cleanUp())
		};
		this.actor = new MachineActor(around.kernel, compiled, `rollout/${key}`, actions, key);
	}

	/** The Deployment is no longer there. */
	end(): void {
		this.actor.send('SYNC');
		this.actor.send('DELETED');
	}

	*sync(copy: DeploymentCopy, owned: readonly ReplicaSet[]): Work {
		this.round = { copy, owned, sets: { newSet: undefined, old: [] }, steps: [] };
		const { metadata, spec } = copy.deployment;
		if (metadata.deletionTimestamp !== undefined) {
			yield* this.revise();
			yield* this.writePlainStatus();
			return;
		}
		yield* this.notePause();
		if (spec.paused) yield* this.resize('PAUSED');
		else if (yield* this.isScaled()) yield* this.resize('SIZE_CHANGED');
		else if (isRollingUpdate(spec)) yield* this.rolling();
		else yield* this.recreate();
	}

	/** Tells the machine what was found, then does what its new state says. */
	private *enter(event: string, steps: readonly Step[] = []): Work {
		this.round.steps = steps;
		this.todo = nothing();
		this.actor.send('SYNC');
		this.actor.send(event);
		this.found = event;
		yield* this.todo;
	}

	private *revise(): Work {
		this.round.sets = yield* syncRevision(this.round.copy, this.round.owned);
	}

	/** Models sync.go checkPausedConditions. */
	private *notePause(): Work {
		const { copy } = this.round;
		if (!hasDeadline(copy.deployment)) return;
		const { reason } = conditionOf(copy.deployment.status, 'Progressing') ?? {};
		if (reason === situations['timed out'].reason) return;
		const isNoted = reason === situations.paused.reason;
		if (Boolean(copy.deployment.spec.paused) === isNoted) return;
		copy.say(isNoted ? 'resumed' : 'paused');
		yield* copy.writeStatus();
	}

	private *isScaled(): Work<boolean> {
		yield* this.revise();
		return isScalingEvent(this.round.copy.deployment, present(this.round.sets));
	}

	/** Models sync.go sync. */
	private *resize(event: 'PAUSED' | 'SIZE_CHANGED'): Work {
		yield* this.revise();
		const { copy, sets } = this.round;
		const resizes = scaledSizes(copy.deployment, sets.newSet, sets.old);
		const steps = resizes.map((resize): Step => ({ ...resize, step: 'scale' }));
		if (steps.length > 0 || this.found !== event) yield* this.enter(event, steps);
		if (copy.deployment.spec.paused) yield* this.cleanUp();
		yield* this.writePlainStatus();
	}

	/** Models rolling.go rolloutRolling. */
	private *rolling(): Work {
		yield* this.revise();
		if (this.round.sets.newSet === undefined) yield* this.enter('NO_REPLICA_SET_YET');
		if (yield* this.scaleUp()) return;
		const { copy, sets } = this.round;
		const old = activeReplicaSets(sets.old);
		const down = reconcileOldSizes(copy.deployment.spec, old, sets.newSet!);
		const numbers = { maxScaledDown: down.maxScaledDown };
		const steps = [
			...down.unhealthy.map((resize): Step => ({ ...resize, step: 'clean-up-unhealthy', numbers })),
			...down.scaled.map((resize): Step => ({ ...resize, step: 'scale-down-old', numbers }))
		];
		if (steps.length > 0) yield* this.enter('OLD_TO_SPARE', steps);
		else yield* this.finishOrWait();
		yield* this.writeRolloutStatus();
	}

	/** Models recreate.go rolloutRecreate. */
	private *recreate(): Work {
		yield* this.revise();
		const { old, newSet } = this.round.sets;
		const down = scaleDownForRecreate(activeReplicaSets(old));
		if (down.length > 0) {
			const steps = down.map((resize): Step => ({ ...resize, step: 'scale-down-old' }));
			yield* this.enter('OLD_TO_SPARE', steps);
		} else if (areOldPodsRunning(old, newSet, this.podsByOwner())) {
			yield* this.wait('OLD_STILL_RUNNING');
		} else {
			if (newSet === undefined) yield* this.enter('NO_REPLICA_SET_YET');
			if (yield* this.scaleUp()) return;
			yield* this.finishOrWait();
		}
		yield* this.writeRolloutStatus();
	}

	/** True if there was room, and all is done for this round. Models rolling.go reconcileNewReplicaSet. */
	private *scaleUp(): Work<boolean> {
		const { copy, sets } = this.round;
		const newSet = sets.newSet!;
		const to = reconcileNewSize(copy.deployment.spec, present(sets), newSet);
		if (to === sizeOf(newSet)) return false;
		yield* this.enter('ROOM_FOR_NEW', [{ replicaSet: newSet, to, step: 'scale-up-new' }]);
		yield* this.writeRolloutStatus();
		return true;
	}

	private *finishOrWait(): Work {
		const { deployment } = this.round.copy;
		if (isComplete(deployment, deployment.status)) yield* this.finish();
		// Complete, but that is yet to be written: the write brings the next round.
		else if (!isComplete(deployment, this.nextStatus())) yield* this.wait('NEW_NOT_AVAILABLE');
	}

	/** Staying complete is no news, unless there is still something to clean up. */
	private *finish(): Work {
		const isNews = this.found !== 'ALL_AVAILABLE' || this.expired().length > 0;
		if (isNews) yield* this.enter('ALL_AVAILABLE');
	}

	private *wait(event: 'NEW_NOT_AVAILABLE' | 'OLD_STILL_RUNNING'): Work {
		const { copy, sets } = this.round;
		const { reason } = conditionOf(this.nextStatus(), 'Progressing') ?? {};
		const isLate = reason === situations['timed out'].reason;
		this.decisions.record(copy.deployment, sets, { step: 'wait' });
		const found = isLate ? 'DEADLINE_PASSED' : event;
		if (found !== this.found) yield* this.enter(found);
	}

	private *create(): Work {
		const { copy, sets } = this.round;
		this.decisions.record(copy.deployment, sets, { step: 'create-new' });
		const newSet = yield* createReplicaSet(copy, sets.old, this.around.events, (name) =>
			this.around.replicaSetNamed(name)
		);
		this.round.sets = { ...sets, newSet };
	}

	/**
	 * Writes the sizes one after another. The round's own picture stays what it was: the status that it writes at its end
	 * tells of the sizes before, and the next round's of those after.
	 */
	private *scale(): Work {
		const { copy, steps } = this.round;
		let { sets } = this.round;
		for (const { replicaSet, to, step, numbers } of steps) {
			const { name } = replicaSet.metadata;
			const current = present(sets).find(({ metadata }) => metadata.name === name)!;
			this.decisions.record(copy.deployment, sets, {
				step,
				replicaSet: current,
				to,
				...(numbers === undefined ? undefined : { numbers })
			});
			const resize = { replicaSet: current, to };
			const updated = yield* scaleReplicaSet(copy.deployment, resize, this.around.events);
			sets = {
				newSet: sets.newSet === current ? updated : sets.newSet,
				old: sets.old.map((set) => (set === current ? updated : set))
			};
		}
	}

	private *cleanUp(): Work {
		yield* deleteReplicaSets(this.expired());
	}

	private expired(): readonly ReplicaSet[] {
		const { copy, sets } = this.round;
		return expiredReplicaSets(sets.old, copy.deployment.spec.revisionHistoryLimit);
	}

	private podsByOwner(): readonly (readonly [string, Iterable<Pod>])[] {
		const { owned } = this.round;
		return owned.map((set) => [set.metadata.uid!, this.around.podsOf(set)] as const);
	}

	private nextStatus(): DeploymentStatus {
		const { copy, sets } = this.round;
		return rolloutStatus(copy.deployment, present(sets), sets.newSet, copy.clock);
	}

	/** Models progress.go syncRolloutStatus. */
	private *writeRolloutStatus(): Work {
		const { copy } = this.round;
		const { deployment } = copy;
		const status = this.nextStatus();
		if (!isDeepEqual(deployment.status, status)) {
			copy.status = status;
			yield* copy.writeStatus();
			return;
		}
		const checkMs = stuckCheckMs(deployment, status, copy.clock.wallMs);
		if (checkMs !== undefined) this.around.lookAgain(checkMs);
	}

	/** Models sync.go syncDeploymentStatus. */
	private *writePlainStatus(): Work {
		const { copy, sets } = this.round;
		const status = calculateStatus(copy.deployment, present(sets), sets.newSet, copy.clock);
		if (isDeepEqual(copy.deployment.status, status)) return;
		copy.status = status;
		yield* copy.writeStatus();
	}
}

function present({ newSet, old }: Sets): readonly ReplicaSet[] {
	return newSet === undefined ? old : [...old, newSet];
}

function* nothing(): Work {}
