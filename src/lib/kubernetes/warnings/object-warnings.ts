import type { Deployment } from '../deployment.ts';
import type { EndpointSlice } from '../endpoint-slice.ts';
import { kindRules } from '../kinds/known-kinds.ts';
import type { KubeObject } from '../object.ts';
import type { Pod } from '../pod.ts';
import type { ReplicaSet } from '../replica-set.ts';
import { dns1123Label } from '../validation/name-rules.ts';
import { podWarnings } from './pod-warnings.ts';

const byKind: Readonly<Record<string, (object: KubeObject) => readonly string[]>> = {
	Deployment: (object) => workloadWarnings(object as Deployment),
	EndpointSlice: (object) =>
		(object as EndpointSlice).addressType === 'FQDN'
			? ['spec.addressType: FQDN endpoints are deprecated']
			: [],
	Pod: (object) => [
		...podWarnings((object as Pod).spec, 'spec'),
		...nameWarnings(object, "the Pod's hostname")
	],
	ReplicaSet: (object) => workloadWarnings(object as ReplicaSet)
};

/** What the API server says of a new object that it takes. Models WarningsOnCreate of the kinds' strategies. */
export function objectWarnings(object: KubeObject): readonly string[] {
	const warnings = byKind[object.kind] ?? kindRules(object.apiVersion, object.kind)?.warnings;
	return warnings?.(object) ?? [];
}

function workloadWarnings(workload: Deployment | ReplicaSet): readonly string[] {
	return [
		...nameWarnings(workload, 'Pod names and hostnames'),
		...podWarnings(workload.spec.template.spec, 'spec.template.spec')
	];
}

function nameWarnings({ metadata }: KubeObject, use: string): readonly string[] {
	const wrong = dns1123Label(metadata.name ?? '');
	if (wrong.length === 0) return [];
	return [
		`metadata.name: this is used in ${use}, which can result in surprising behavior; a DNS label is recommended: [${wrong.join(' ')}]`
	];
}
