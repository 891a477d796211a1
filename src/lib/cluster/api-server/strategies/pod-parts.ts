import type { Container, Pod } from '#lib/kubernetes/pod.ts';

/**
 * What of a Pod a write through one of its subresources changes; all else stays as it is.
 *
 * Models pkg/registry/core/pod/strategy.go dropNonEphemeralContainerUpdates and dropNonResizeUpdates.
 */
export const podParts: Readonly<Record<string, (changed: Pod, current: Pod) => Pod>> = {
	ephemeralcontainers({ spec }, current) {
		const { ephemeralContainers: _old, ...others } = current.spec;
		const { ephemeralContainers } = spec;
		return {
			...current,
			spec: { ...others, ...(ephemeralContainers !== undefined && { ephemeralContainers }) }
		};
	},

	resize({ spec }, current) {
		const { containers, initContainers } = current.spec;
		return {
			...current,
			spec: {
				...current.spec,
				containers: resized(spec.containers, containers),
				...(initContainers && { initContainers: resized(spec.initContainers, initContainers) })
			}
		};
	}
};

/** Containers in the order in which they are wanted: validation finds one that isn't there. */
function resized(
	wanted: readonly Container[] | undefined,
	current: readonly Container[]
): readonly Container[] {
	return (wanted ?? []).map((container) => {
		const old = current.find(({ name }) => name === container.name);
		if (old === undefined) return container;
		const { resizePolicy: _, ...others } = old;
		const { resources, resizePolicy } = container;
		return {
			...others,
			...(resources !== undefined && { resources }),
			...(resizePolicy !== undefined && { resizePolicy })
		};
	});
}
