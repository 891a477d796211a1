import { differenceOf } from './difference.ts';
import { exceptionOf } from './exceptions.ts';
import type { Result } from './outcome.ts';

/** What a run came to. */
export interface Report {
	/** Each failing case with expected and got, then the sums on the last line. */
	readonly lines: readonly string[];
	/** No case failed but the excepted ones. */
	readonly ok: boolean;
}

/** @param showSkipped also list what was skipped, and why */
export function reportOf(results: readonly Result[], showSkipped: boolean): Report {
	const lines: string[] = [];
	const count = { passed: 0, failed: 0, skipped: 0 };
	let ok = true;
	for (const result of results) {
		const { outcome, source, name } = result;
		count[outcome.status] += 1;
		if (outcome.status === 'failed') {
			const reason = exceptionOf(result);
			if (reason === undefined) ok = false;
			const word = reason === undefined ? 'failed' : `failed (excepted): ${reason}`;
			lines.push(`${source} / ${name}: ${word}`);
			lines.push(...compared(outcome.expected, outcome.got));
		} else if (outcome.status === 'skipped' && showSkipped) {
			lines.push(`${source} / ${name}: skipped: ${outcome.reason}`);
		}
	}
	lines.push(`${count.passed} passed, ${count.failed} failed, ${count.skipped} skipped`);
	return { lines, ok };
}

/** A long pair is shown where it first differs. */
const longest = 600;

function compared(expected: unknown, got: unknown): string[] {
	const [left, right] = [shown(expected), shown(got)];
	if (left.length + right.length <= longest) return pair(left, right);
	const difference = differenceOf(expected, got);
	if (difference === undefined || difference.path === '') return pair(left, right);
	const { path } = difference;
	return [`  at ${path}`, ...pair(shown(difference.expected), shown(difference.got))];
}

function pair(expected: string, got: string): string[] {
	return [`  expected ${expected}`, `  got      ${got}`];
}

function shown(value: unknown): string {
	return typeof value === 'string' ? value : (JSON.stringify(value) ?? 'undefined');
}
