import type { Deployment } from '#lib/kubernetes/deployment.ts';
import { formatSelector, selectorOf } from '#lib/kubernetes/labels/selector.ts';
import type { Event } from '#lib/kubernetes/pod.ts';
import type { ReplicaSet } from '#lib/kubernetes/replica-set.ts';
import type { OwnedReplicaSets } from '../rollout/revisions.ts';
import { describeConditions } from './conditions.ts';
import { describeEvents } from './events.ts';
import { headingOf } from './heading.ts';
import { describePodTemplate } from './pod-template.ts';
import { longTime } from './times.ts';

/**
 * `kubectl describe deployment`. Models kubectl pkg/describe/describe.go describeDeployment.
 *
 * @param replicaSets absent when they couldn't be had
 */
export function describeDeployment(
	deployment: Deployment,
	replicaSets: OwnedReplicaSets | undefined,
	events: readonly Event[] | undefined,
	nowMs: number
): string {
	const { metadata, spec, status = {} } = deployment as Deployment & Partial<Deployment>;
	const description = headingOf(deployment, [
		`CreationTimestamp:\t${longTime(metadata.creationTimestamp)}`
	]);
	description.line(0, `Selector:\t${formatSelector(selectorOf(spec.selector))}`);
	const counts = [
		`${spec.replicas ?? 0} desired`,
		`${status.updatedReplicas ?? 0} updated`,
		`${status.replicas ?? 0} total`,
		`${status.availableReplicas ?? 0} available`,
		`${status.unavailableReplicas ?? 0} unavailable`
	];
	description.line(0, `Replicas:\t${counts.join(' | ')}`);
	const { type = '', rollingUpdate } = spec.strategy ?? {};
	description.line(0, `StrategyType:\t${type}`);
	description.line(0, `MinReadySeconds:\t${spec.minReadySeconds ?? 0}`);
	if (rollingUpdate) {
		const { maxUnavailable = 0, maxSurge = 0 } = rollingUpdate;
		description.line(
			0,
			`RollingUpdateStrategy:\t${maxUnavailable} max unavailable, ${maxSurge} max surge`
		);
	}
	describePodTemplate(description, spec.template);
	describeConditions(description, status.conditions ?? []);
	if (replicaSets !== undefined && (replicaSets.old.length > 0 || replicaSets.current)) {
		const { old, current } = replicaSets;
		description.line(0, `OldReplicaSets:\t${countsOf(old)}`);
		description.line(0, `NewReplicaSet:\t${countsOf(current === undefined ? [] : [current])}`);
	}
	if (events !== undefined) describeEvents(description, events, nowMs);
	return description.toString();
}

/** Models printReplicaSetsByLabels. */
function countsOf(replicaSets: readonly ReplicaSet[]): string {
	const texts = replicaSets.map(
		({ metadata, spec, status }) =>
			`${metadata.name ?? ''} (${status.replicas}/${spec.replicas ?? 0} replicas created)`
	);
	return texts.join(', ') || '<none>';
}
