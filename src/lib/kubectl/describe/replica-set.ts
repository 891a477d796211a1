import type { LabelSelector } from '#lib/kubernetes/labels/selector.ts';
import type { Event, Pod } from '#lib/kubernetes/pod.ts';
import type { ReplicaSet } from '#lib/kubernetes/replica-set.ts';
import { describeConditions } from './conditions.ts';
import { describeEvents } from './events.ts';
import { headingOf } from './heading.ts';
import { describePodTemplate } from './pod-template.ts';

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
	description.line(0, `Pods Status:\t${podsText(pods, metadata.uid ?? '')}`);
	describePodTemplate(description, spec.template);
	describeConditions(description, status.conditions ?? []);
	if (events !== undefined) describeEvents(description, events, nowMs);
	return description.toString();
}

/** Models getPodStatusForController. */
function podsText(pods: readonly Pod[] | Error, uid: string): string {
	if (pods instanceof Error) return `error in fetching pods: ${pods.message}`;
	const own = pods.filter(({ metadata }) =>
		metadata.ownerReferences?.some((owner) => owner.controller && owner.uid === uid)
	);
	const count = (phase: string): number =>
		own.filter(({ status }) => status.phase === phase).length;
	return `${count('Running')} Running / ${count('Pending')} Waiting / ${count('Succeeded')} Succeeded / ${count('Failed')} Failed`;
}

/** Models apimachinery pkg/apis/meta/v1/helpers.go FormatLabelSelector. */
function selectorText({ matchLabels = {}, matchExpressions = [] }: LabelSelector): string {
	const labels = Object.entries(matchLabels)
		.sort(([a], [b]) => (a < b ? -1 : 1))
		.map(([key, value]) => `${key}=${value}`);
	const words: Readonly<Record<string, string>> = { In: 'in', NotIn: 'notin' };
	const expressions = [...matchExpressions]
		.sort((a, b) => (a.key < b.key ? -1 : 1))
		.map(({ key, operator, values = [] }) => {
			if (operator === 'Exists') return key;
			if (operator === 'DoesNotExist') return `!${key}`;
			return `${key} ${words[operator] ?? operator} (${[...values].sort().join(',')})`;
		});
	return [...labels, ...expressions].join(',') || '<none>';
}
