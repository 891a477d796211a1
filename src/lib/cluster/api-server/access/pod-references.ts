import type { Pod } from '#lib/kubernetes/pod.ts';

const known = new WeakMap<object, ReadonlySet<string>>();

/** The objects of its namespace that a Pod names, as `secrets/name`. Models pkg/api/v1/pod/util.go VisitPodSecretNames and its like. */
export function usedBy({ spec }: Pod): ReadonlySet<string> {
	let names = known.get(spec);
	if (names === undefined) known.set(spec, (names = new Set(namedBy(spec))));
	return names;
}

interface Named {
	readonly name?: string;
}

/** Where the parts of a Pod name objects. */
interface References {
	readonly configMapRef?: Named;
	readonly secretRef?: Named;
	readonly configMapKeyRef?: Named;
	readonly secretKeyRef?: Named;
	readonly configMap?: Named;
	readonly secret?: Named & { readonly secretName?: string };
	readonly persistentVolumeClaim?: { readonly claimName?: string };
	readonly projected?: { readonly sources?: readonly References[] };
}

function* namedBy(spec: Pod['spec']): Generator<string> {
	yield `serviceaccounts/${spec.serviceAccountName || 'default'}`;
	for (const { name } of (spec['imagePullSecrets'] ?? []) as readonly Named[]) {
		if (name) yield `secrets/${name}`;
	}
	for (const container of [...(spec.initContainers ?? []), ...spec.containers]) {
		const { env = [], envFrom = [] } = container as {
			env?: readonly { valueFrom?: References }[];
			envFrom?: readonly References[];
		};
		for (const source of envFrom) yield* namedIn(source);
		for (const { valueFrom = {} } of env) yield* namedIn(valueFrom);
	}
	for (const volume of spec.volumes ?? []) yield* namedIn(volume as References);
}

function* namedIn(part: References): Generator<string> {
	const configMap = (part.configMapRef ?? part.configMapKeyRef ?? part.configMap)?.name;
	if (configMap) yield `configmaps/${configMap}`;
	const secret = (part.secretRef ?? part.secretKeyRef)?.name ?? part.secret?.secretName;
	if (secret) yield `secrets/${secret}`;
	// Of a projected volume a Secret is named as a ConfigMap is.
	else if (part.secret?.name) yield `secrets/${part.secret.name}`;
	const claim = part.persistentVolumeClaim?.claimName;
	if (claim) yield `persistentvolumeclaims/${claim}`;
	for (const source of part.projected?.sources ?? []) yield* namedIn(source);
}
