import type { Deployment } from '#lib/kubernetes/deployment.ts';
import { isDeepEqual } from '#lib/kubernetes/deep-equal.ts';
import type { PodTemplate } from '#lib/kubernetes/pod-template.ts';
import type { ReplicaSet } from '#lib/kubernetes/replica-set.ts';
import { byCreation } from './replica-counts.ts';

/** The label by which the Pods of a Deployment's ReplicaSets are told apart. */
export const templateHashLabel = 'pod-template-hash';

/**
 * The oldest ReplicaSet with the Deployment's template. Models deployment_util.go FindNewReplicaSet.
 */
export function findNewReplicaSet(
	{ spec }: Deployment,
	sets: readonly ReplicaSet[]
): ReplicaSet | undefined {
	return [...sets].sort(byCreation).find((set) => sameTemplate(set.spec.template, spec.template));
}

/** Every other. Models deployment_util.go FindOldReplicaSets. */
export function findOldReplicaSets(
	deployment: Deployment,
	sets: readonly ReplicaSet[]
): ReplicaSet[] {
	const newSet = findNewReplicaSet(deployment, sets);
	return sets.filter((set) => set.metadata.uid !== newSet?.metadata.uid);
}

/** Models deployment_util.go EqualIgnoreHash. */
export function sameTemplate(a: PodTemplate, b: PodTemplate): boolean {
	const { spec: left, ...restOfA } = withoutHash(a);
	const { spec: right, ...restOfB } = withoutHash(b);
	if (!isDeepEqual(withoutEmpty(restOfA), withoutEmpty(restOfB))) return false;
	return left === right || isDeepEqual(comparable(left), comparable(right));
}

/** What is compared of each spec: a ReplicaSet's is asked about again and again, and never changes. */
const compared = new WeakMap<object, unknown>();

function comparable(spec: PodTemplate['spec']): unknown {
	if (!compared.has(spec)) compared.set(spec, withoutEmpty(spec));
	return compared.get(spec);
}

function withoutHash(template: PodTemplate): PodTemplate {
	const { [templateHashLabel]: _hash, ...labels } = template.metadata?.labels ?? {};
	return { ...template, metadata: { ...template.metadata, labels } };
}

/** Nothing and an empty list or map are the same (apimachinery's Semantic.DeepEqual). */
function withoutEmpty(value: unknown): unknown {
	if (typeof value !== 'object' || value === null) return value;
	if (Array.isArray(value)) return value.map(withoutEmpty);
	return Object.fromEntries(
		Object.entries(value)
			.filter(([, inner]) => inner !== null && !(Array.isArray(inner) && inner.length === 0))
			.map(([key, inner]) => [key, withoutEmpty(inner)])
	);
}
