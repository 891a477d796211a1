import type { Pod } from '#lib/kubernetes/pod.ts';

const annotation = 'kubectl.kubernetes.io/default-container';

/** Init containers first, in their order. */
export function containerNames({ spec }: Pod): readonly string[] {
	return [...(spec.initContainers ?? []), ...spec.containers].map(({ name }) => name);
}

/**
 * The container that is meant when none is named: the one that an annotation names, or the first.
 *
 * Models kubectl pkg/cmd/util/podcmd/podcmd.go FindOrDefaultContainerByName.
 *
 * @param tell is told when there are others; undefined: nobody is
 */
export function defaultContainer(pod: Pod, tell?: (text: string) => void): string {
	const all = containerNames(pod);
	const annotated = pod.metadata.annotations?.[annotation];
	if (annotated !== undefined && all.includes(annotated)) return annotated;
	const first = pod.spec.containers[0]!.name;
	if (all.length > 1) {
		const names = [
			...pod.spec.containers.map(({ name }) => name),
			...(pod.spec.initContainers ?? []).map(({ name }) => `${name} (init)`)
		];
		tell?.(`Defaulted container ${JSON.stringify(first)} out of: ${names.join(', ')}\n`);
	}
	return first;
}
