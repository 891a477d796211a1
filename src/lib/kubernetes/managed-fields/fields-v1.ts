import { type FieldNode, type FieldSet, sortedNodes } from './field-set.ts';
import { type PathElement, readElement } from './path-element.ts';

/** A set of fields as the API writes it: `{"f:spec":{"f:replicas":{}}}`; `.` stands for the thing itself. */
export interface FieldsV1 {
	readonly [element: string]: FieldsV1;
}

const nothing: FieldsV1 = {};

/** Models structured-merge-diff fieldpath/serialize.go emitContentsV1. */
export function toFieldsV1(set: FieldSet, withSelf = false): FieldsV1 {
	if (set.size === 0) return nothing;
	const fields: Record<string, FieldsV1> = withSelf ? { '.': nothing } : {};
	for (const [element, { owned, below }] of sortedNodes(set)) {
		fields[element] = toFieldsV1(below, owned);
	}
	return fields;
}

/**
 * Models serialize.go readIterV1: a step with nothing below it belongs to the set.
 *
 * @throws Error when it is no such text
 */
export function fromFieldsV1(fields: unknown): FieldSet {
	if (fields === null || fields === undefined) return new Map();
	return nodeOf(fields).below;
}

function nodeOf(fields: unknown): FieldNode {
	if (typeof fields !== 'object' || fields === null || Array.isArray(fields)) {
		throw new Error('ReadMapCB: expect { or n');
	}
	const below = new Map<PathElement, FieldNode>();
	let owned = false;
	for (const [text, inner] of Object.entries(fields)) {
		if (text === '.') owned = true;
		else {
			const element = readElement(text);
			if (element !== undefined) below.set(element, nodeOf(inner));
		}
	}
	return { owned: owned || below.size === 0, below };
}
