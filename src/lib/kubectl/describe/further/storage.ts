import { accessModesText } from '#lib/kubernetes/kinds/storage/access-modes.ts';
import type { KubeObject, ObjectMeta } from '#lib/kubernetes/object.ts';
import type { Pod } from '#lib/kubernetes/pod.ts';
import { resourceOfKind } from '#lib/kubernetes/resources.ts';
import { callForItems } from '../../api-call.ts';
import { listPath } from '../../resources/fetch.ts';
import type { Steps } from '../../steps.ts';
import { describeAnnotations } from '../annotations.ts';
import { Description } from '../description.ts';
import type { Describer } from '../describer.ts';
import { describeEvents } from '../events.ts';
import { headingOf } from '../heading.ts';
import { labelsText } from '../selector-text.ts';
import type { SmallDescriber } from '../small-kinds.ts';
import { longTime, since } from '../times.ts';
import { describeVolumeSource } from '../volumes.ts';

interface Expression {
	readonly key: string;
	readonly operator?: string;
	readonly values?: readonly string[];
}

interface PersistentVolume extends KubeObject {
	readonly spec: {
		readonly storageClassName?: string;
		readonly claimRef?: { readonly namespace?: string; readonly name?: string };
		readonly persistentVolumeReclaimPolicy?: string;
		readonly accessModes?: readonly string[];
		readonly volumeMode?: string;
		readonly capacity?: Readonly<Record<string, string>>;
		readonly nodeAffinity?: {
			readonly required?: {
				readonly nodeSelectorTerms?: readonly { matchExpressions?: readonly Expression[] }[];
			};
		};
	} & Readonly<Record<string, unknown>>;
	readonly status?: { readonly phase?: string; readonly message?: string };
}

const classAnnotation = 'volume.beta.kubernetes.io/storage-class';

/** Models kubectl pkg/describe/describe.go describePersistentVolume. */
export const describePersistentVolume: SmallDescriber = (object, events, nowMs) => {
	const { metadata, spec, status = {} } = object as PersistentVolume;
	const description = headingOf(object);
	const field = (title: string, value: string): void => description.line(0, `${title}:\t${value}`);
	field('Finalizers', `[${(metadata.finalizers ?? []).join(' ')}]`);
	field('StorageClass', metadata.annotations?.[classAnnotation] ?? spec.storageClassName ?? '');
	field('Status', statusText(metadata, status.phase, nowMs));
	const { claimRef } = spec;
	field(
		'Claim',
		claimRef === undefined ? '' : `${claimRef.namespace ?? ''}/${claimRef.name ?? ''}`
	);
	field('Reclaim Policy', spec.persistentVolumeReclaimPolicy ?? '');
	field('Access Modes', accessModesText(spec.accessModes));
	if (spec.volumeMode !== undefined) field('VolumeMode', spec.volumeMode);
	field('Capacity', spec.capacity?.storage ?? '0');
	describeAffinity(description, spec.nodeAffinity?.required);
	field('Message', status.message ?? '');
	description.line(0, 'Source:');
	describeVolumeSource(description, spec);
	if (events !== undefined) describeEvents(description, events, nowMs);
	return description.toString();
};

function statusText(metadata: ObjectMeta, phase: string | undefined, nowMs: number): string {
	const { deletionTimestamp } = metadata;
	return deletionTimestamp
		? `Terminating (lasts ${since(deletionTimestamp, nowMs)})`
		: (phase ?? '');
}

type Affinity = NonNullable<PersistentVolume['spec']['nodeAffinity']>['required'];

/** Models printVolumeNodeAffinity. */
function describeAffinity(description: Description, required: Affinity): void {
	if (required === undefined) {
		description.line(0, 'Node Affinity:\t<none>');
		return;
	}
	description.line(0, 'Node Affinity:\t');
	const terms = required.nodeSelectorTerms ?? [];
	description.line(1, `Required Terms:\t${terms.length === 0 ? '<none>' : ''}`);
	terms.forEach(({ matchExpressions = [] }, index) => {
		const texts = matchExpressions.map(({ key, operator = '', values = [] }) => {
			const list = values.length > 0 ? ` [${values.join(', ')}]` : '';
			return `${key} ${operator.toLowerCase()}${list}`;
		});
		describeList(description, `Term ${index}`, texts, 2);
	});
}

function describeList(
	description: Description,
	title: string,
	texts: readonly string[],
	level: number
): void {
	const [first = '<none>', ...others] = texts;
	description.line(level, `${title}:\t${first}`);
	for (const other of others) description.line(level, `\t${other}`);
}

interface Claim extends KubeObject {
	readonly spec: {
		readonly storageClassName?: string;
		readonly volumeName?: string;
		readonly volumeMode?: string;
		readonly dataSource?: {
			readonly apiGroup?: string;
			readonly kind: string;
			readonly name: string;
		};
	};
	readonly status?: {
		readonly phase?: string;
		readonly accessModes?: readonly string[];
		readonly capacity?: Readonly<Record<string, string>>;
		readonly conditions?: readonly Readonly<Record<string, string | undefined>>[];
	};
}

/** Models describePersistentVolumeClaim, printPersistentVolumeClaim. */
export const describePersistentVolumeClaim: Describer = function* (object, world) {
	const { metadata, spec, status = {} } = object as Claim;
	const users = yield* podsOf(object);
	const events = yield* world.events();
	const description = new Description();
	const field = (title: string, value: string): void => description.line(0, `${title}:\t${value}`);
	field('Name', metadata.name ?? '');
	field('Namespace', metadata.namespace ?? '');
	field('StorageClass', metadata.annotations?.[classAnnotation] ?? spec.storageClassName ?? '');
	field('Status', statusText(metadata, status.phase, world.nowMs()));
	field('Volume', spec.volumeName ?? '');
	description.labels('Labels', metadata.labels);
	describeAnnotations(description, metadata.annotations);
	field('Finalizers', `[${(metadata.finalizers ?? []).join(' ')}]`);
	const isBound = (spec.volumeName ?? '') !== '';
	field('Capacity', isBound ? (status.capacity?.storage ?? '0') : '');
	field('Access Modes', isBound ? accessModesText(status.accessModes) : '');
	if (spec.volumeMode !== undefined) field('VolumeMode', spec.volumeMode);
	if (spec.dataSource !== undefined) {
		const { apiGroup, kind, name } = spec.dataSource;
		description.line(0, 'DataSource:');
		if (apiGroup !== undefined) description.line(1, `APIGroup:\t${apiGroup}`);
		description.line(1, `Kind:\t${kind}`);
		description.line(1, `Name:\t${name}`);
	}
	description.list('Used By', users);
	const conditions = status.conditions ?? [];
	if (conditions.length > 0) {
		description.line(0, 'Conditions:');
		description.line(1, 'Type\tStatus\tLastProbeTime\tLastTransitionTime\tReason\tMessage');
		description.line(1, '----\t------\t-----------------\t------------------\t------\t-------');
	}
	for (const { type, status: truth, reason, message, ...times } of conditions) {
		const [probed, changed] = [times.lastProbeTime, times.lastTransitionTime].map(longTime);
		const cells = [type, truth, probed, changed, reason].map((cell) => `${cell ?? ''} `);
		description.line(1, [...cells, message ?? ''].join('\t'));
	}
	if (events !== undefined) describeEvents(description, events, world.nowMs());
	return description.toString();
};

const pageSize = '500';

/** The Pods that use a claim, or own it. Models getPodsForPVC, printPodsMultiline. */
function* podsOf({ metadata }: KubeObject): Steps<readonly string[]> {
	const path = listPath(resourceOfKind('v1', 'Pod')!, metadata.namespace ?? '');
	const pods = (yield* callForItems({
		method: 'GET',
		path,
		query: { limit: pageSize }
	})) as readonly Pod[];
	const uses = ({ spec }: Pod): boolean =>
		(spec.volumes ?? []).some((volume) => {
			const claim = volume.persistentVolumeClaim as { claimName?: string } | undefined;
			return claim?.claimName === metadata.name;
		});
	const owns = (pod: Pod): boolean =>
		(metadata.ownerReferences ?? []).some(
			({ kind, uid }) => kind === 'Pod' && uid === pod.metadata.uid
		);
	return [...pods.filter(uses), ...pods.filter((pod) => !uses(pod) && owns(pod))].map(
		(pod) => pod.metadata.name ?? ''
	);
}

interface StorageClass extends KubeObject {
	readonly provisioner?: string;
	readonly parameters?: Readonly<Record<string, string>>;
	readonly allowVolumeExpansion?: boolean;
	readonly mountOptions?: readonly string[];
	readonly reclaimPolicy?: string;
	readonly volumeBindingMode?: string;
	readonly allowedTopologies?: readonly { matchLabelExpressions?: readonly Expression[] }[];
}

const defaultAnnotations = [
	'storageclass.kubernetes.io/is-default-class',
	'storageclass.beta.kubernetes.io/is-default-class'
];

/** Models describeStorageClass. */
export const describeStorageClass: SmallDescriber = (object, events, nowMs) => {
	const { metadata, ...given } = object as StorageClass;
	const description = new Description();
	const field = (title: string, value: string | undefined): void => {
		if (value !== undefined) description.line(0, `${title}:\t${value}`);
	};
	const isDefault = defaultAnnotations.some((key) => metadata.annotations?.[key] === 'true');
	field('Name', metadata.name ?? '');
	field('IsDefaultClass', isDefault ? 'Yes' : 'No');
	field('Annotations', labelsText(metadata.annotations));
	field('Provisioner', given.provisioner ?? '');
	field('Parameters', labelsText(given.parameters));
	const expands = given.allowVolumeExpansion;
	field('AllowVolumeExpansion', expands === undefined ? '<unset>' : expands ? 'True' : 'False');
	const options = given.mountOptions ?? [];
	description.line(0, `MountOptions:${options.length === 0 ? '\t<none>' : ''}`);
	for (const option of options) description.line(1, option);
	field('ReclaimPolicy', given.reclaimPolicy);
	field('VolumeBindingMode', given.volumeBindingMode);
	const topologies = given.allowedTopologies;
	if (topologies !== undefined) {
		field('AllowedTopologies', topologies.length === 0 ? '<none>' : '');
		topologies.forEach(({ matchLabelExpressions = [] }, index) => {
			const texts = matchLabelExpressions.map(({ key, values = [] }) =>
				values.length > 0 ? `${key} in [${values.join(', ')}]` : `${key} in`
			);
			describeList(description, `Term ${index}`, texts, 1);
		});
	}
	if (events !== undefined) describeEvents(description, events, nowMs);
	return description.toString();
};
