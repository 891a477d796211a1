import type { KubeObject } from '#lib/kubernetes/object.ts';
import { evaluatePath } from '../json-path/evaluate-path.ts';
import { parsePath } from '../json-path/parse-path.ts';
import { relaxedPath } from '../json-path/relaxed-path.ts';
import { KubectlError } from '../kubectl-error.ts';

/** What `wait --for` waits for. */
export type WaitFor =
	| { readonly type: 'delete' }
	| { readonly type: 'create' }
	| { readonly type: 'state'; readonly isMet: (object: KubeObject) => boolean };

/**
 * Reads `delete`, `create`, `condition=NAME[=STATUS]` and `jsonpath=PATH[=VALUE]`.
 *
 * Models kubectl pkg/cmd/wait/wait.go conditionFuncFor.
 *
 * @throws KubectlError
 */
export function readWaitFor(text: string): WaitFor {
	const lower = text.toLowerCase();
	if (lower === 'delete') return { type: 'delete' };
	if (lower === 'create') return { type: 'create' };
	if (lower.startsWith('condition=')) {
		const [name = '', status = 'true'] = text.slice('condition='.length).split('=');
		return { type: 'state', isMet: (object) => hasCondition(object, name, status) };
	}
	if (lower.startsWith('jsonpath=')) return readJsonPath(text.slice('jsonpath='.length));
	throw new KubectlError(`unrecognized condition: ${JSON.stringify(text)}`);
}

/** Models pkg/cmd/wait/condition.go checkCondition. */
function hasCondition(object: KubeObject, name: string, status: string): boolean {
	const { conditions = [], observedGeneration } = (object.status ?? {}) as {
		conditions?: readonly { type: string; status: string; observedGeneration?: number }[];
		observedGeneration?: number;
	};
	const found = conditions.find(({ type }) => type.toLowerCase() === name.toLowerCase());
	if (found === undefined) return false;
	const seen = found.observedGeneration ?? observedGeneration;
	const generation = object.metadata.generation;
	if (seen !== undefined && generation !== undefined && seen < generation) return false;
	return found.status.toLowerCase() === status.toLowerCase();
}

/** Models pkg/cmd/wait/json.go. */
function readJsonPath(input: string): WaitFor {
	const brace = input.lastIndexOf('}');
	const equals = input.indexOf('=', Math.max(0, brace));
	const path = equals < 0 ? input : input.slice(0, equals);
	const wanted = equals < 0 ? undefined : input.slice(equals + 1).replace(/^(["'])(.*)\1$/s, '$2');
	if (path === '') throw new KubectlError('jsonpath expression cannot be empty');
	if (wanted === '') throw new KubectlError('jsonpath wait has to have a value after equal sign');
	const steps = parsePath(relaxedPath(path));
	return {
		type: 'state',
		isMet(object) {
			const found = evaluatePath(steps, object);
			if (found.length === 0) return false;
			if (found.length > 1)
				throw new KubectlError('given jsonpath expression matches more than one value');
			const value = found[0];
			if (typeof value === 'object' && value !== null && wanted !== undefined) {
				throw new KubectlError('jsonpath leads to a nested object or list which is not supported');
			}
			return wanted === undefined || String(value) === wanted;
		}
	};
}
