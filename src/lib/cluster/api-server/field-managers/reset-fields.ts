import {
	type FieldSet,
	fieldSetOf,
	mapped,
	recursiveDifference
} from '#lib/kubernetes/managed-fields/field-set.ts';
import { fieldElement, type Path } from '#lib/kubernetes/managed-fields/path-element.ts';

/** What of a set a request can own. */
export type OwnedPart = (set: FieldSet) => FieldSet;

/** What a request through a subresource leaves as it is, where that isn't just the spec (strategy.go GetResetFields of the kinds). */
const resets: Readonly<Record<string, readonly string[]>> = {
	'apiservices/status': ['metadata', 'spec'],
	'certificatesigningrequests/': ['spec', 'status'],
	'certificatesigningrequests/approval': ['spec', 'status.certificate'],
	'certificatesigningrequests/status': ['spec', 'status.conditions'],
	'customresourcedefinitions/status': ['metadata', 'spec'],
	'deployments/status': ['spec', 'metadata.labels'],
	'flowschemas/status': ['metadata', 'spec'],
	'namespaces/finalize': ['status'],
	'pods/status': ['spec', 'metadata.deletionTimestamp', 'metadata.ownerReferences'],
	'prioritylevelconfigurations/status': ['spec', 'metadata'],
	'servicecidrs/status': ['metadata', 'spec'],
	'validatingadmissionpolicies/status': ['metadata', 'spec'],
	'volumeattachments/status': ['metadata', 'spec']
};

/** What alone a request through a subresource can change. `*` is any item. */
const parts: Readonly<Record<string, readonly string[]>> = {
	'pods/ephemeralcontainers': ['spec.ephemeralContainers'],
	'pods/resize': [
		'spec.containers.*.resources',
		'spec.containers.*.resizePolicy',
		'spec.initContainers.*.resources',
		'spec.initContainers.*.resizePolicy'
	]
};

const everything: OwnedPart = (set) => set;
const known = new Map<string, OwnedPart>();

/**
 * What someone can own by a write: never what the strategy of the kind sets back whatever is sent.
 *
 * Models the strategies' GetResetFields and structured-merge-diff fieldpath Filter.
 */
export function ownedPart(
	plural: string,
	subresource: string | undefined,
	hasStatus: boolean
): OwnedPart {
	const key = `${plural}/${subresource ?? ''}`;
	const asked = hasStatus ? key : `${key} without status`;
	let part = known.get(asked);
	if (part === undefined) known.set(asked, (part = partOf(key, subresource, hasStatus)));
	return part;
}

function partOf(key: string, subresource: string | undefined, hasStatus: boolean): OwnedPart {
	const included = parts[key];
	if (included !== undefined) {
		const patterns = included.map((path) => path.split('.'));
		return (set) => matching(set, patterns);
	}
	const plain = subresource === 'status' ? ['spec'] : hasStatus && !subresource ? ['status'] : [];
	const reset = resets[key] ?? plain;
	if (reset.length === 0) return everything;
	const paths = reset.map((path): Path => path.split('.').map(fieldElement));
	const excluded = fieldSetOf(...paths);
	return (set) => recursiveDifference(set, excluded);
}

/** What of a set lies on or below one of the paths. Models Set.FilterIncludeMatches. */
function matching(set: FieldSet, patterns: readonly (readonly string[])[]): FieldSet {
	if (patterns.some((pattern) => pattern.length === 0)) return set;
	return mapped(set, ({ owned, below }, element) => {
		const inside = patterns
			.filter(([first]) => first === '*' || fieldElement(first!) === element)
			.map((pattern) => pattern.slice(1));
		return inside.length === 0 ? undefined : { owned, below: matching(below, inside) };
	});
}
