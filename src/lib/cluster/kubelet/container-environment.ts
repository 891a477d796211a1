import type { Container, EnvVar, Pod } from '#lib/kubernetes/pod.ts';
import type { ReferencedKind } from './referenced-objects.ts';

/** Looks up a ConfigMap's or Secret's data. Undefined: there is none of that name. */
export type DataOf = (
	kind: ReferencedKind,
	name: string
) => Readonly<Record<string, string>> | undefined;

export type Environment =
	| { readonly ok: true; readonly env: readonly EnvVar[] }
	| { readonly ok: false; readonly error: string };

interface KeyRef {
	readonly name?: string;
	readonly key?: string;
	readonly optional?: boolean;
}

/**
 * A container's variables with their values: those of `envFrom` first, then `env`, which may take a key of a ConfigMap or
 * Secret or a field of the Pod. What is missing and not optional is an error in the kubelet's words.
 *
 * Models pkg/kubelet/kubelet_pods.go makeEnvironmentVariables.
 */
export function containerEnvironment(
	pod: Pod,
	container: Container,
	podIp: string,
	dataOf: DataOf
): Environment {
	const env: EnvVar[] = [];
	const sources = (container.envFrom as Record<string, unknown>[] | undefined) ?? [];
	for (const source of sources) {
		const prefix = (source.prefix as string | undefined) ?? '';
		for (const [kind, field, word] of refs) {
			const ref = source[`${field}Ref`] as KeyRef | undefined;
			if (ref?.name === undefined) continue;
			const data = dataOf(kind, ref.name);
			if (data === undefined) {
				if (ref.optional === true) continue;
				return { ok: false, error: `${word} ${JSON.stringify(ref.name)} not found` };
			}
			for (const [key, value] of Object.entries(data)) env.push({ name: prefix + key, value });
		}
	}
	for (const variable of container.env ?? []) {
		const value = valueOf(pod, variable, podIp, dataOf);
		if (!value.ok) return value;
		if (value.value !== undefined) env.push({ name: variable.name, value: value.value });
	}
	return { ok: true, env };
}

const refs = [
	['configmaps', 'configMap', 'configmap', 'ConfigMap'],
	['secrets', 'secret', 'secret', 'Secret']
] as const;

function valueOf(
	pod: Pod,
	{ value, valueFrom }: EnvVar,
	podIp: string,
	dataOf: DataOf
): { ok: true; value: string | undefined } | { ok: false; error: string } {
	if (valueFrom === undefined) return { ok: true, value: value ?? '' };
	for (const [kind, field, word, Kind] of refs) {
		const ref = valueFrom[`${field}KeyRef`] as KeyRef | undefined;
		if (ref === undefined) continue;
		const data = dataOf(kind, ref.name ?? '');
		const found = data?.[ref.key ?? ''];
		if (found !== undefined || ref.optional === true) return { ok: true, value: found };
		return {
			ok: false,
			error:
				data === undefined
					? `${word} ${JSON.stringify(ref.name)} not found`
					: `couldn't find key ${ref.key} in ${Kind} ${pod.metadata.namespace}/${ref.name}`
		};
	}
	const path = (valueFrom.fieldRef as { fieldPath?: string } | undefined)?.fieldPath;
	return { ok: true, value: path === undefined ? '' : podField(pod, path, podIp) };
}

function podField({ metadata, spec }: Pod, path: string, podIp: string): string {
	const indexed = /^metadata\.(labels|annotations)\['(.+)'\]$/.exec(path);
	if (indexed !== null)
		return metadata[indexed[1] as 'labels' | 'annotations']?.[indexed[2]!] ?? '';
	switch (path) {
		case 'metadata.name':
			return metadata.name ?? '';
		case 'metadata.namespace':
			return metadata.namespace ?? '';
		case 'metadata.uid':
			return metadata.uid ?? '';
		case 'spec.nodeName':
			return spec.nodeName ?? '';
		case 'spec.serviceAccountName':
			return spec.serviceAccountName ?? '';
		case 'status.podIP':
			return podIp;
		default:
			return '';
	}
}
