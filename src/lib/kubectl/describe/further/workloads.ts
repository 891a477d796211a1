import { formatSelector, type LabelSelector, selectorOf } from '#lib/kubernetes/labels/selector.ts';
import type { KubeObject } from '#lib/kubernetes/object.ts';
import type { PodTemplate } from '#lib/kubernetes/pod-template.ts';
import { describeConditions } from '../conditions.ts';
import type { Description } from '../description.ts';
import type { Describer } from '../describer.ts';
import { describeEvents } from '../events.ts';
import { headingOf } from '../heading.ts';
import { podCounts, selectedPods } from '../pod-counts.ts';
import { describePodTemplate } from '../pod-template.ts';
import { labelsText } from '../selector-text.ts';
import { longTime } from '../times.ts';

interface DaemonSet extends KubeObject {
	readonly spec: { readonly selector?: LabelSelector; readonly template: PodTemplate };
	readonly status?: Readonly<Record<string, number | undefined>>;
}

/** Models kubectl pkg/describe/describe.go describeDaemonSet. */
export const describeDaemonSet: Describer = function* (object, world) {
	const { spec, status = {} } = object as DaemonSet;
	const selector = selectorOf(spec.selector);
	const pods = yield* selectedPods(object, selector);
	const description = headingOf(object, [
		`Selector:\t${formatSelector(selector)}`,
		`Node-Selector:\t${labelsText(spec.template.spec.nodeSelector)}`
	]);
	for (const [title, field] of [
		['Desired Number of Nodes Scheduled', 'desiredNumberScheduled'],
		['Current Number of Nodes Scheduled', 'currentNumberScheduled'],
		['Number of Nodes Scheduled with Up-to-date Pods', 'updatedNumberScheduled'],
		['Number of Nodes Scheduled with Available Pods', 'numberAvailable'],
		['Number of Nodes Misscheduled', 'numberMisscheduled']
	] as const) {
		description.line(0, `${title}: ${status[field] ?? 0}`);
	}
	description.line(0, `Pods Status:\t${podCounts(pods, object)}`);
	describePodTemplate(description, spec.template);
	const events = yield* world.events();
	if (events !== undefined) describeEvents(description, events, world.nowMs());
	return description.toString();
};

interface StatefulSet extends KubeObject {
	readonly spec: {
		readonly replicas?: number;
		readonly selector?: LabelSelector;
		readonly template: PodTemplate;
		readonly updateStrategy?: {
			readonly type?: string;
			readonly rollingUpdate?: {
				readonly partition?: number;
				readonly maxUnavailable?: number | string;
			};
		};
		readonly volumeClaimTemplates?: readonly ClaimTemplate[];
	};
	readonly status?: { readonly replicas?: number };
}

interface ClaimTemplate extends KubeObject {
	readonly spec: {
		readonly storageClassName?: string;
		readonly accessModes?: readonly string[];
		readonly resources?: { readonly requests?: Readonly<Record<string, string>> };
	};
}

/** Models describeStatefulSet. */
export const describeStatefulSet: Describer = function* (object, world) {
	const { metadata, spec, status = {} } = object as StatefulSet;
	const selector = selectorOf(spec.selector);
	const pods = yield* selectedPods(object, selector);
	const description = headingOf(object, [
		`CreationTimestamp:\t${longTime(metadata.creationTimestamp)}`,
		`Selector:\t${formatSelector(selector)}`
	]);
	description.line(0, `Replicas:\t${spec.replicas ?? 0} desired | ${status.replicas ?? 0} total`);
	const { type = '', rollingUpdate } = spec.updateStrategy ?? {};
	description.line(0, `Update Strategy:\t${type}`);
	if (rollingUpdate?.partition !== undefined) {
		description.line(1, `Partition:\t${rollingUpdate.partition}`);
		const { maxUnavailable } = rollingUpdate;
		if (maxUnavailable !== undefined) description.line(1, `MaxUnavailable:\t${maxUnavailable}`);
	}
	description.line(0, `Pods Status:\t${podCounts(pods, object)}`);
	describePodTemplate(description, spec.template);
	describeClaims(description, spec.volumeClaimTemplates ?? []);
	const events = yield* world.events();
	if (events !== undefined) describeEvents(description, events, world.nowMs());
	return description.toString();
};

/** Models describeVolumeClaimTemplates. */
function describeClaims(description: Description, claims: readonly ClaimTemplate[]): void {
	description.line(0, `Volume Claims:${claims.length === 0 ? '\t<none>' : ''}`);
	for (const { metadata, spec } of claims) {
		description.line(1, `Name:\t${metadata.name ?? ''}`);
		description.line(1, `StorageClass:\t${spec.storageClassName ?? ''}`);
		description.labels('  Labels', metadata.labels);
		description.labels('  Annotations', metadata.annotations);
		description.line(1, `Capacity:\t${spec.resources?.requests?.storage ?? '<default>'}`);
		description.line(1, `Access Modes:\t[${(spec.accessModes ?? []).join(' ')}]`);
	}
}

interface ReplicationController extends KubeObject {
	readonly spec: {
		readonly replicas?: number;
		readonly selector?: Readonly<Record<string, string>>;
		readonly template: PodTemplate;
	};
	readonly status?: {
		readonly replicas?: number;
		readonly conditions?: Parameters<typeof describeConditions>[1];
	};
}

/** Models describeReplicationController. */
export const describeReplicationController: Describer = function* (object, world) {
	const { spec, status = {} } = object as ReplicationController;
	const pods = yield* selectedPods(object, selectorOf({ matchLabels: spec.selector ?? {} }));
	const description = headingOf(object, [`Selector:\t${labelsText(spec.selector)}`]);
	description.line(0, `Replicas:\t${status.replicas ?? 0} current / ${spec.replicas ?? 0} desired`);
	description.line(0, `Pods Status:\t${podCounts(pods, object)}`);
	describePodTemplate(description, spec.template);
	describeConditions(description, status.conditions ?? []);
	const events = yield* world.events();
	if (events !== undefined) describeEvents(description, events, world.nowMs());
	return description.toString();
};
