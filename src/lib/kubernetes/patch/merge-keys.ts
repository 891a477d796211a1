/**
 * By which field the items of a list are the same item, for strategic merge patches. Keyed by the list's field name, as the
 * core/v1 types tag it (`patchMergeKey` in k8s.io/api/core/v1/types.go); a list that is not here is replaced whole, a list of
 * plain values in `mergedSets` is a set.
 */
const mergeKeys: Readonly<Record<string, string>> = {
	containers: 'name',
	initContainers: 'name',
	ephemeralContainers: 'name',
	volumes: 'name',
	env: 'name',
	volumeMounts: 'mountPath',
	volumeDevices: 'devicePath',
	imagePullSecrets: 'name',
	hostAliases: 'ip',
	topologySpreadConstraints: 'topologyKey',
	conditions: 'type',
	podIPs: 'ip',
	hostIPs: 'ip',
	addresses: 'type',
	ownerReferences: 'uid',
	resourceClaims: 'name',
	secrets: 'name'
};

/** `ports` has another key in a Service than in a container. */
export function mergeKeyOf(path: readonly string[], kind: string): string | undefined {
	const field = path.at(-1)!;
	if (field === 'ports') return kind === 'Service' ? 'port' : 'containerPort';
	return mergeKeys[field];
}

/** Lists of plain values that merge as sets. */
export const mergedSets: ReadonlySet<string> = new Set(['finalizers', 'podCIDRs']);
