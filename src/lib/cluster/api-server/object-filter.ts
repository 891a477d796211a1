import type { CustomKind } from '#lib/kubernetes/custom-kind.ts';
import { fieldSelectorMatches, parseFieldSelector } from '#lib/kubernetes/field-selector.ts';
import { parseSelector } from '#lib/kubernetes/labels/parse-selector.ts';
import { selectorMatches } from '#lib/kubernetes/labels/selector.ts';
import type { KubeObject } from '#lib/kubernetes/object.ts';

/** Fields of a kind that can be selected by, besides its name and namespace (pkg/apis/core/v1/conversion.go). */
const selectable: Readonly<Record<string, readonly string[]>> = {
	pods: [
		'spec.nodeName',
		'spec.restartPolicy',
		'spec.schedulerName',
		'spec.serviceAccountName',
		'spec.hostNetwork',
		'status.phase',
		'status.podIP',
		'status.podIPs',
		'status.nominatedNodeName'
	],
	nodes: ['spec.unschedulable'],
	namespaces: ['status.phase'],
	secrets: ['type'],
	services: ['spec.clusterIP', 'spec.type'],
	replicationcontrollers: ['status.replicas'],
	jobs: ['status.successful'],
	certificatesigningrequests: ['spec.signerName'],
	events: [
		'involvedObject.kind',
		'involvedObject.namespace',
		'involvedObject.name',
		'involvedObject.uid',
		'involvedObject.apiVersion',
		'involvedObject.resourceVersion',
		'involvedObject.fieldPath',
		'reason',
		'reportingComponent',
		'source',
		'type'
	]
};

/** The objects that a `labelSelector` and a `fieldSelector` of a query select. Throws with the API server's words. */
export function objectFilter(
	query: Readonly<Record<string, string>> | undefined,
	resource: string,
	custom?: CustomKind
): (object: KubeObject) => boolean {
	const labels = query?.labelSelector ? parseSelector(query.labelSelector) : undefined;
	const fields = query?.fieldSelector ? parseFieldSelector(query.fieldSelector) : undefined;
	if (labels === undefined && fields === undefined) return () => true;
	for (const { field } of fields ?? []) checkField(field, resource, custom);
	const paths = new Map(fields?.map(({ field }) => [field, pathOf(field)] as const));
	return (object) =>
		(labels === undefined || selectorMatches(labels, object.metadata.labels ?? {})) &&
		(fields === undefined ||
			fieldSelectorMatches(fields, (path) => fieldOf(object, paths.get(path)!)));
}

/** Kinds without fields of their own are refused in other words. Models apimachinery/pkg/runtime/conversion.go. */
function checkField(field: string, resource: string, custom: CustomKind | undefined): void {
	const own = custom?.selectable ?? selectable[resource];
	const known = ['metadata.name', 'metadata.namespace', ...(own ?? [])];
	if (known.includes(field)) return;
	if (own !== undefined) throw new Error(`field label not supported: ${field}`);
	throw new Error(
		`${JSON.stringify(field)} is not a known field selector: only "metadata.name", "metadata.namespace"`
	);
}

/** Names of fields that are kept under others. */
const keptAs: Readonly<Record<string, readonly string[]>> = {
	source: ['source', 'component'],
	'status.successful': ['status', 'succeeded']
};

function pathOf(field: string): readonly string[] {
	return keptAs[field] ?? field.split('.');
}

/** Counts that Go writes only when they aren't zero. */
const counts = new Set(['status.succeeded', 'status.replicas']);

/** A field's value as text, '' when there is none. */
function fieldOf(object: KubeObject, path: readonly string[]): string {
	let value: unknown = object;
	for (const part of path) value = (value as Record<string, unknown> | undefined)?.[part];
	if (value !== undefined && value !== null) return String(value as string | number | boolean);
	return counts.has(path.join('.')) ? '0' : '';
}

/** A field by whose value a watch can be found. */
export interface Trigger {
	readonly field: 'metadata.name' | 'spec.nodeName';
	readonly value: string;
}

/**
 * What an object must have for the query to select it, where that is one value of one field.
 * Models apiserver/pkg/storage/cacher/cacher.go triggerValues.
 */
export function triggerOf(
	query: Readonly<Record<string, string>> | undefined
): Trigger | undefined {
	if (!query?.fieldSelector) return undefined;
	for (const { field, operator, value } of parseFieldSelector(query.fieldSelector)) {
		const isTrigger = field === 'metadata.name' || field === 'spec.nodeName';
		if (isTrigger && operator === '=') return { field, value };
	}
	return undefined;
}

/** A trigger's field of an object. */
export function triggerValue(object: KubeObject | null, field: Trigger['field']): string {
	if (object === null) return '';
	if (field === 'metadata.name') return object.metadata.name ?? '';
	return (object.spec as { nodeName?: string } | undefined)?.nodeName ?? '';
}
