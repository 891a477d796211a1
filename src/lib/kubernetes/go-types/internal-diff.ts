import { internalValue } from './internal-value.ts';
import { unifiedDiff } from './unified-diff.ts';

/**
 * How one part of an object differs from another, as the API server tells it: the lines of its own structs.
 * Models apimachinery/pkg/util/diff/diff.go Diff.
 *
 * @param type without its package, e.g. `PodSpec`
 */
export function internalDiff(before: unknown, after: unknown, type: string): string {
	return unifiedDiff(linesOf(before, type), linesOf(after, type));
}

function linesOf(value: unknown, type: string): readonly string[] {
	return JSON.stringify(internalValue(value, type), null, 1).split('\n');
}
