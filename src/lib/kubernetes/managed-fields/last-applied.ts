import type { KubeObject } from '../object.ts';
import { isRecord } from '../patch/merge-patch.ts';
import { compared } from './comparison.ts';
import { ApplyConflict } from './conflicts.ts';
import { difference, type FieldSet, hasField } from './field-set.ts';
import type { FieldType } from './field-type.ts';
import { goJson } from './go-json.ts';
import { ownedFields } from './owned-fields.ts';
import { schemaErrors } from './schema-errors.ts';

const annotation = 'kubectl.kubernetes.io/last-applied-configuration';

/** The one manager that goes on with what kubectl has applied on the client's side before. */
export const upgradingManager = 'kubectl';

/**
 * What of a conflict is one with what the same person applied on the client's side: fields that still are as they were applied.
 * What is left of the conflict; undefined when nothing is. Models managedfields/internal/lastappliedmanager.go.
 */
export function conflictBeyondLastApplied(
	conflict: ApplyConflict,
	live: KubeObject,
	type: FieldType
): ApplyConflict | undefined {
	const allowed = lastAppliedFields(live, type);
	if (allowed === undefined) return conflict;
	const left = conflict.conflicts.filter(({ path }) => !hasField(allowed, path));
	return left.length === 0 ? undefined : new ApplyConflict(left);
}

function lastAppliedFields(live: KubeObject, type: FieldType): FieldSet | undefined {
	const text = live.metadata.annotations?.[annotation];
	if (!text) return undefined;
	let last: unknown;
	try {
		last = JSON.parse(text);
	} catch {
		return undefined;
	}
	if (!isRecord(last) || last['apiVersion'] !== live.apiVersion) return undefined;
	if (schemaErrors(last, type, false).length > 0) return undefined;
	const { added, modified, removed } = compared(last, live, type);
	const owned = ownedFields(last, type);
	return difference(difference(difference(owned, modified), added), removed);
}

/** The object with its annotation brought up to what was applied now, if it has one. Models lastappliedupdater.go. */
export function withLastApplied(
	object: KubeObject,
	applied: Readonly<Record<string, unknown>>
): KubeObject {
	const { annotations } = object.metadata;
	if (!annotations?.[annotation]) return object;
	const text = `${goJson(sortedKeys(withoutAnnotation(applied)))}\n`;
	return {
		...object,
		metadata: { ...object.metadata, annotations: { ...annotations, [annotation]: text } }
	};
}

function withoutAnnotation(applied: Readonly<Record<string, unknown>>): unknown {
	const { metadata } = applied;
	if (!isRecord(metadata) || !isRecord(metadata['annotations'])) return applied;
	const { [annotation]: _, ...annotations } = metadata['annotations'];
	return { ...applied, metadata: { ...metadata, annotations } };
}

function sortedKeys(value: unknown): unknown {
	if (Array.isArray(value)) return value.map(sortedKeys);
	if (!isRecord(value)) return value;
	const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
	return Object.fromEntries(entries.map(([key, inner]) => [key, sortedKeys(inner)]));
}
