import { isDeepEqual } from '#lib/kubernetes/deep-equal.ts';
import type { Deployment } from '#lib/kubernetes/deployment.ts';
import { formatSelector, selectorOf } from '#lib/kubernetes/labels/selector.ts';
import type { KubeObject } from '#lib/kubernetes/object.ts';
import type { PodTemplate } from '#lib/kubernetes/pod-template.ts';
import type { ReplicaSet } from '#lib/kubernetes/replica-set.ts';
import { resourceOfKind } from '#lib/kubernetes/resources.ts';
import { callForItems } from '../api-call.ts';
import { KubectlError } from '../kubectl-error.ts';
import { listPath } from '../resources/fetch.ts';
import type { Steps } from '../steps.ts';

export const revisionAnnotation = 'deployment.kubernetes.io/revision';
const hashLabel = 'pod-template-hash';

/** The ReplicaSets of a Deployment. */
export interface OwnedReplicaSets {
	/** In order of their making. */
	readonly old: readonly ReplicaSet[];
	/** The one with the Deployment's own template. */
	readonly current?: ReplicaSet;
}

/**
 * The revision that an object carries, 0 without one. Models kubectl pkg/util/deployment/deployment.go Revision.
 *
 * @throws KubectlError
 */
export function revisionOf({ kind, metadata }: KubeObject): number {
	const text = metadata.annotations?.[revisionAnnotation];
	if (text === undefined) return 0;
	if (/^[+-]?\d+$/.test(text)) return Number(text);
	throw new KubectlError(
		`cannot get the revision of ${kind.toLowerCase()} ${JSON.stringify(metadata.name ?? '')}: strconv.ParseInt: parsing ${JSON.stringify(text)}: invalid syntax`
	);
}

/**
 * Lists what belongs to the Deployment. Models GetAllReplicaSets and GetAllReplicaSetsInChunks.
 *
 * @param limit of a page; absent is everything at once
 */
export function* replicaSetsOf(deployment: Deployment, limit?: number): Steps<OwnedReplicaSets> {
	const { uid, namespace = '' } = deployment.metadata;
	const items = yield* callForItems({
		method: 'GET',
		path: listPath(resourceOfKind('apps/v1', 'ReplicaSet')!, namespace),
		query: {
			labelSelector: formatSelector(selectorOf(deployment.spec.selector)),
			...(limit === undefined ? undefined : { limit: String(limit) })
		}
	});
	const owned = (items as readonly ReplicaSet[])
		.filter(({ metadata }) =>
			metadata.ownerReferences?.some((owner) => owner.controller && owner.uid === uid)
		)
		.sort(byAge);
	const current = owned.find(({ spec }) => isSameTemplate(spec.template, deployment.spec.template));
	return { old: owned.filter((one) => one !== current), current };
}

/** Whether two templates say the same, whatever their hash. Models equalIgnoreHash. */
export function isSameTemplate(a: PodTemplate, b: PodTemplate): boolean {
	return isDeepEqual(comparable(a), comparable(b));
}

/** Without the label that the controller adds. */
export function withoutHash(template: PodTemplate): PodTemplate {
	const { [hashLabel]: _, ...labels } = template.metadata?.labels ?? {};
	return { ...template, metadata: { ...template.metadata, labels } };
}

/** Empty maps are the same as none. */
function comparable(template: PodTemplate): unknown {
	const { metadata, ...rest } = withoutHash(template);
	const filled = Object.entries(metadata ?? {}).filter(
		([, value]) => typeof value !== 'object' || (value !== null && Object.keys(value).length > 0)
	);
	return { ...rest, metadata: Object.fromEntries(filled) };
}

function byAge(a: ReplicaSet, b: ReplicaSet): number {
	const keyOf = ({ metadata }: ReplicaSet): string =>
		`${metadata.creationTimestamp ?? ''} ${metadata.name ?? ''}`;
	return keyOf(a) < keyOf(b) ? -1 : 1;
}
