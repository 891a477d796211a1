import { milliValue } from '#lib/kubernetes/quantity.ts';
import type { Container, EnvVar, Pod } from '#lib/kubernetes/pod.ts';
import type { Description } from './description.ts';

interface Reference {
	readonly name?: string;
	readonly optional?: boolean;
}

interface EnvFrom {
	readonly prefix?: string;
	readonly configMapRef?: Reference;
	readonly secretRef?: Reference;
}

interface EnvSource {
	readonly fieldRef?: { readonly apiVersion?: string; readonly fieldPath?: string };
	readonly resourceFieldRef?: { readonly containerName?: string; readonly resource?: string };
	readonly secretKeyRef?: Reference & { readonly key?: string };
	readonly configMapKeyRef?: Reference & { readonly key?: string };
}

/** Models kubectl pkg/describe/describe.go describeContainerEnvFrom, describeContainerEnvVars. */
export function describeEnvironment(
	description: Description,
	container: Container,
	pod: Pod | undefined
): void {
	const froms = (container['envFrom'] ?? []) as readonly EnvFrom[];
	if (froms.length > 0) description.line(2, 'Environment Variables from:');
	for (const { prefix, configMapRef, secretRef } of froms) {
		const kind = configMapRef === undefined ? 'Secret' : 'ConfigMap';
		const { name = '', optional = false } = configMapRef ?? secretRef ?? {};
		const from = prefix ? `${kind} with prefix '${prefix}'` : kind;
		description.line(3, `${name}\t${from}\tOptional: ${optional}`);
	}
	const variables = container.env ?? [];
	description.line(2, variables.length === 0 ? 'Environment:\t<none>' : 'Environment:');
	for (const variable of variables) {
		for (const line of variableLines(variable, container, pod)) description.line(3, line);
	}
}

function variableLines(
	{ name, value = '', valueFrom }: EnvVar,
	container: Container,
	pod: Pod | undefined
): readonly string[] {
	if (valueFrom === undefined) {
		return value.split('\n').map((line, at) => (at === 0 ? `${name}:\t${line}` : `\t${line}`));
	}
	const { fieldRef, resourceFieldRef, secretKeyRef, configMapKeyRef } = valueFrom as EnvSource;
	if (fieldRef !== undefined) {
		const path = fieldRef.fieldPath ?? '';
		return [`${name}:\t${fieldValue(pod, path)} (${fieldRef.apiVersion ?? 'v1'}:${path})`];
	}
	if (resourceFieldRef !== undefined) {
		const resource = resourceFieldRef.resource ?? '';
		return [`${name}:\t${resourceValue(container, resource)} (${resource})`];
	}
	if (secretKeyRef !== undefined) {
		const { key = '', name: secret = '', optional = false } = secretKeyRef;
		return [`${name}:\t<set to the key '${key}' in secret '${secret}'>\tOptional: ${optional}`];
	}
	const { key = '', name: map = '', optional = false } = configMapKeyRef ?? {};
	return [`${name}:\t<set to the key '${key}' of config map '${map}'>\tOptional: ${optional}`];
}

/** What kubectl can know of a field: the metadata only; of a template nothing. Models kubectl pkg/util/fieldpath ExtractFieldPathAsString. */
function fieldValue(pod: Pod | undefined, path: string): string {
	if (pod === undefined) return '';
	const { metadata } = pod;
	const subscript = /^metadata\.(labels|annotations)\['(.*)'\]$/.exec(path);
	if (subscript !== null) {
		return metadata[subscript[1] as 'labels' | 'annotations']?.[subscript[2]!] ?? '';
	}
	const plain = /^metadata\.(name|namespace|uid)$/.exec(path)?.[1];
	return plain === undefined ? '' : (metadata[plain as 'name' | 'namespace' | 'uid'] ?? '');
}

/** Models kubectl pkg/util/resource ExtractContainerResourceValue. */
function resourceValue(container: Container, path: string): string {
	const [kind, name = ''] = path.split(/\.(.*)/s);
	const amounts = kind === 'limits' ? container.resources?.limits : container.resources?.requests;
	const amount = amounts?.[name];
	if (amount === undefined) return kind === 'limits' ? 'node allocatable' : '0';
	const exact = milliValue(amount) / 1000;
	return String(Math.ceil(exact));
}
