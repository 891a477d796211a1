import { isRecord } from './merge-patch.ts';
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
	return operations.reduce<unknown>((value, operation) => {
		if (!isRecord(operation)) throw new PatchError('operation is not an object');
		return applyOperation(value, operation);
	}, target);
}

function applyOperation(target: unknown, operation: Record<string, unknown>): unknown {
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
			if (JSON.stringify(lookUp(target, path)) !== JSON.stringify(operation.value)) {
				throw new PatchError(rejected, 422);
			}
			return target;
		default:
			throw new PatchError(`Unexpected kind: ${String(operation.op)}`);
	}
}

function from(target: unknown, operation: Record<string, unknown>): unknown {
	return lookUp(target, pointer(operation.from));
}

function pointer(path: unknown): readonly string[] {
	if (typeof path !== 'string' || (path !== '' && !path.startsWith('/'))) {
		throw new PatchError(rejected, 422);
	}
	return path
		.split('/')
		.slice(1)
		.map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'));
}

function lookUp(target: unknown, path: readonly string[]): unknown {
	let value = target;
	for (const part of path) {
		if (Array.isArray(value) && /^\d+$/.test(part) && Number(part) < value.length) {
			value = value[Number(part)];
		} else if (isRecord(value) && Object.hasOwn(value, part)) {
			value = value[part];
		} else {
			throw new PatchError(rejected, 422);
		}
	}
	return value;
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
		const at = part === '-' ? target.length : Number(part);
		if (!Number.isInteger(at) || at < 0 || at > target.length) {
			throw new PatchError(rejected, 422);
		}
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
