import type { Container, Pod } from '#lib/kubernetes/pod.ts';
import type { ReferencedKind } from './referenced-objects.ts';

/** A ConfigMap or Secret that a Pod names. */
export interface Reference {
	readonly kind: ReferencedKind;
	readonly name: string;
	readonly optional: boolean;
	/** The volume that wants it; undefined when an environment variable does. */
	readonly volume?: string;
}

interface Named {
	readonly name?: string;
	readonly secretName?: string;
	readonly optional?: boolean;
}

/** Of each Pod's spec, which never changes, what it names: it is asked for with every look at the Pod. */
const known = new WeakMap<Pod['spec'], readonly Reference[]>();

/** Everything that a Pod's volumes and environments name. */
export function referencesOf({ spec }: Pod): readonly Reference[] {
	let references = known.get(spec);
	if (references === undefined) known.set(spec, (references = referencesIn(spec)));
	return references;
}

function referencesIn(spec: Pod['spec']): Reference[] {
	const fromVolumes = (spec.volumes ?? []).flatMap((volume) => {
		const projected = volume.projected as { sources?: Record<string, Named>[] } | undefined;
		const sources = [volume as Record<string, unknown>, ...(projected?.sources ?? [])];
		return sources.flatMap((source) => [
			...named('configmaps', source.configMap as Named | undefined, volume.name),
			...named('secrets', source.secret as Named | undefined, volume.name)
		]);
	});
	const containers = [...(spec.initContainers ?? []), ...spec.containers];
	return [...fromVolumes, ...containers.flatMap(environmentReferences)];
}

function environmentReferences({ env = [], envFrom }: Container): Reference[] {
	const sources = [
		...env.map(({ valueFrom }) => ({
			configMap: valueFrom?.configMapKeyRef,
			secret: valueFrom?.secretKeyRef
		})),
		...((envFrom as Record<string, unknown>[] | undefined) ?? []).map((source) => ({
			configMap: source.configMapRef,
			secret: source.secretRef
		}))
	];
	return sources.flatMap(({ configMap, secret }) => [
		...named('configmaps', configMap as Named | undefined),
		...named('secrets', secret as Named | undefined)
	]);
}

function named(kind: ReferencedKind, source: Named | undefined, volume?: string): Reference[] {
	const name = source?.secretName ?? source?.name;
	if (name === undefined) return [];
	const reference = { kind, name, optional: source?.optional === true };
	return [volume === undefined ? reference : { ...reference, volume }];
}
