import type { Container, EnvVar, Pod } from '#lib/kubernetes/pod.ts';
import { expandReferences } from './expand-references.ts';
import { podField } from './pod-field.ts';
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
 * Secret or a field of the Pod, or refer to those before them, then those of Services. What is missing and not optional is an
 * error in the kubelet's words.
 *
 * Models pkg/kubelet/kubelet_pods.go makeEnvironmentVariables.
 */
export function containerEnvironment(
	pod: Pod,
	container: Container,
	podIp: string,
	dataOf: DataOf,
	services: ReadonlyMap<string, string>
): Environment {
	const env: EnvVar[] = [];
	const known = new Map(services);
	const add = (name: string, value: string): void => {
		known.set(name, value);
		env.push({ name, value });
	};
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
			for (const [key, value] of Object.entries(data)) add(prefix + key, value);
		}
	}
	for (const variable of container.env ?? []) {
		const value = valueOf(pod, variable, podIp, dataOf, known);
		if (!value.ok) return value;
		if (value.value !== undefined) add(variable.name, value.value);
	}
	const own = new Set(env.map(({ name }) => name));
	const rest = [...services].filter(([name]) => !own.has(name));
	return { ok: true, env: [...env, ...rest.map(([name, value]) => ({ name, value }))] };
}

/** The container with these variables; its command and arguments refer to them. */
export function withEnvironment(container: Container, env: readonly EnvVar[]): Container {
	const known = new Map(env.map(({ name, value = '' }) => [name, value] as const));
	const expanded = (words: readonly string[]): string[] =>
		words.map((word) => expandReferences(word, known));
	const { command, args } = container;
	return {
		...container,
		env,
		...(command === undefined ? undefined : { command: expanded(command) }),
		...(args === undefined ? undefined : { args: expanded(args) })
	};
}

const refs = [
	['configmaps', 'configMap', 'configmap', 'ConfigMap'],
	['secrets', 'secret', 'secret', 'Secret']
] as const;

function valueOf(
	pod: Pod,
	{ value, valueFrom }: EnvVar,
	podIp: string,
	dataOf: DataOf,
	known: ReadonlyMap<string, string>
): { ok: true; value: string | undefined } | { ok: false; error: string } {
	if (valueFrom === undefined) return { ok: true, value: expandReferences(value ?? '', known) };
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
