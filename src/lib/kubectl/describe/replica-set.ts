import type { Event, Pod } from '#lib/kubernetes/pod.ts';
import type { ReplicaSet } from '#lib/kubernetes/replica-set.ts';
import { describeConditions } from './conditions.ts';
import { describeEvents } from './events.ts';
import { headingOf } from './heading.ts';
import { podCounts } from './pod-counts.ts';
import { describePodTemplate } from './pod-template.ts';
import { selectorText } from './selector-text.ts';

/**
 * `kubectl describe replicaset`. Models kubectl pkg/describe/describe.go describeReplicaSet.
 *
 * @param pods those that its selector lets through, or why they couldn't be had
 */
export function describeReplicaSet(
	replicaSet: ReplicaSet,
	pods: readonly Pod[] | Error,
	events: readonly Event[] | undefined,
	nowMs: number
): string {
	const { metadata, spec, status } = replicaSet;
	const description = headingOf(replicaSet, [`Selector:\t${selectorText(spec.selector)}`]);
	const owner = metadata.ownerReferences?.find(({ controller }) => controller);
	if (owner !== undefined) description.line(0, `Controlled By:\t${owner.kind}/${owner.name}`);
	description.line(0, `Replicas:\t${status.replicas} current / ${spec.replicas ?? 0} desired`);
	const counts =
		pods instanceof Error ? `error in fetching pods: ${pods.message}` : podCounts(pods, replicaSet);
	description.line(0, `Pods Status:\t${counts}`);
	describePodTemplate(description, spec.template);
	describeConditions(description, status.conditions ?? []);
	if (events !== undefined) describeEvents(description, events, nowMs);
	return description.toString();
}
