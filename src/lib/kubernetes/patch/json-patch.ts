import { isDeepEqual } from '../deep-equal.ts';
import { isRecord } from './merge-patch.ts';
import { jsonKind } from '../schema/scalar.ts';
import { PatchError } from './strategic-merge-patch.ts';

/** What the API server says of any operation that can't be done (apimachinery/pkg/api/errors NewGenericServerResponse). */
const rejected = 'the server rejected our request due to an error in our request';

/** RFC 6902. Neither argument is changed; a path that isn't there or a failed test throws a PatchError. */
export function applyJsonPatch(target: unknown, operations: unknown): unknown {
	if (!Array.isArray(operations)) {
		const kind = typeof operations === 'boolean' ? 'bool' : typeof operations;
		throw new PatchError(
			`error decoding patch: json: cannot unmarshal ${kind} into Go value of type []handlers.jsonPatchOp`
		);
	}
	for (const operation of operations) checkTypes(operation);
	if (operations.length > mostOperations) {
		throw new PatchError(
			`The allowed maximum operations in a JSON patch is ${mostOperations}, got ${operations.length}`,
			413
		);
	}
	return operations.reduce<unknown>(
		(value, operation) => applyOperation(value, operation as Record<string, unknown>),
		target
	);
}

/** Models apiserver/pkg/endpoints/handlers/patch.go maxJSONPatchOperations. */
const mostOperations = 10_000;

const known: readonly string[] = ['op', 'path', 'from', 'value'];

/** What a strict reader says of operations that have more than they can have. Models applyJSPatch. */
export function unknownOperationFields(operations: unknown): readonly string[] {
	if (!Array.isArray(operations)) return [];
	return operations.flatMap((operation: unknown, index) =>
		Object.keys(isRecord(operation) ? operation : {})
			.filter((field) => !known.includes(field))
			.map((field) => `json patch unknown field "[${index}].${field}"`)
	);
}

/** Models the decoding of jsonPatchOp. */
function checkTypes(operation: unknown): void {
	if (operation === null) return;
	if (!isRecord(operation)) {
		throw new PatchError(
			`error decoding patch: json: cannot unmarshal ${jsonKind(operation)} into Go value of type handlers.jsonPatchOp`
		);
	}
	for (const field of ['op', 'path', 'from']) {
		const value = operation[field];
		if (value === undefined || value === null || typeof value === 'string') continue;
		throw new PatchError(
			`error decoding patch: json: cannot unmarshal ${jsonKind(value)} into Go struct field jsonPatchOp.${field} of type string`
		);
	}
}

function applyOperation(target: unknown, operation: Record<string, unknown> | null): unknown {
	if (operation === null) throw new PatchError(rejected, 422);
	const path = pointer(operation.path);
	switch (operation.op) {
		case 'add':
			return change(target, path, () => operation.value, 'add');
		case 'replace':
			lookUp(target, path);
			return change(target, path, () => operation.value, 'replace');
		case 'remove':
			lookUp(target, path);
			return change(target, path, () => undefined, 'remove');
		case 'copy':
			return change(target, path, () => from(target, operation), 'add');
		case 'move': {
			const value = from(target, operation);
			const without = change(target, pointer(operation.from), () => undefined, 'remove');
			return change(without, path, () => value, 'add');
		}
		case 'test':
			test(target, path, operation.value);
			return target;
		default:
			throw new PatchError(rejected, 422);
	}
}

/** What isn't there is as good as null, as long as there is something that it could be in. */
function test(target: unknown, path: readonly string[], value: unknown): void {
	const parent = lookUp(target, path.slice(0, -1));
	const isAbsent = isRecord(parent) && !Object.hasOwn(parent, path.at(-1)!);
	const found = isAbsent ? null : lookUp(target, path);
	if (!isDeepEqual(found, value ?? null)) throw new PatchError(rejected, 422);
}

function from(target: unknown, operation: Record<string, unknown>): unknown {
	return lookUp(target, pointer(operation.from));
}

function pointer(path: unknown): readonly string[] {
	// The library behind the real server knows no way to a document as a whole.
	if (typeof path !== 'string' || !path.includes('/')) throw new PatchError(rejected, 422);
	return path
		.split('/')
		.slice(1)
		.map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'));
}

function lookUp(target: unknown, path: readonly string[]): unknown {
	let value = target;
	for (const part of path) {
		if (Array.isArray(value)) value = value[indexIn(part, value.length)] as unknown;
		else if (isRecord(value) && Object.hasOwn(value, part)) {
			value = value[part];
		} else {
			throw new PatchError(rejected, 422);
		}
	}
	return value;
}

/** An index below zero counts from the end. */
function indexIn(part: string, length: number): number {
	const index = /^[+-]?\d+$/.test(part) ? Number(part) : NaN;
	const at = index < 0 ? index + length : index;
	if (Number.isNaN(at) || at < 0 || at >= length) throw new PatchError(rejected, 422);
	return at;
}

function change(
	target: unknown,
	path: readonly string[],
	makeValue: () => unknown,
	mode: 'add' | 'replace' | 'remove'
): unknown {
	const [part, ...rest] = path;
	if (part === undefined) return makeValue();
	if (Array.isArray(target)) {
		const isAddition = mode === 'add' && rest.length === 0;
		const at =
			isAddition && part === '-'
				? target.length
				: indexIn(part, isAddition ? target.length + 1 : target.length);
		const copy: unknown[] = [...target];
		if (rest.length > 0) copy[at] = change(copy[at], rest, makeValue, mode);
		else if (mode === 'remove') copy.splice(at, 1);
		else copy.splice(at, mode === 'add' ? 0 : 1, makeValue());
		return copy;
	}
	if (!isRecord(target)) throw new PatchError(rejected, 422);
	const copy: Record<string, unknown> = { ...target };
	if (rest.length > 0) copy[part] = change(copy[part], rest, makeValue, mode);
	else if (mode === 'remove') delete copy[part];
	else copy[part] = makeValue();
	return copy;
}
