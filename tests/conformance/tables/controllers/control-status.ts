import { isDeepEqual } from '#lib/kubernetes/deep-equal.ts';
import { type Changes, combined } from './combined-changes.ts';
import type { Difference } from './control-compare.ts';
import type { ControlNames } from './control-names.ts';

interface StatusWrite {
	readonly by: string;
	readonly resource: string;
	readonly object?: string | undefined;
	readonly [field: string]: unknown;
}

/** What became of one object's status in a step. */
interface StatusStory {
	/** As they followed one another. */
	readonly conditions: unknown[];
	/** Before and after the step. */
	counters: Changes;
}

/**
 * By object what the counters came to, and how the conditions followed one another: how many Pods turn ready between two
 * looks of a controller is up to the machine, so that one side may have more steps in between.
 */
export function compareStatus(
	expected: readonly object[],
	got: readonly object[],
	names: ControlNames
): Difference {
	const left = storiesOf(expected as StatusWrite[], names);
	const right = storiesOf(got as StatusWrite[], names);
	for (const name of new Set([...Object.keys(left), ...Object.keys(right)])) {
		const [wanted, actual] = [left[name] ?? nothing, right[name] ?? nothing];
		const isSame =
			isDeepEqual(wanted.counters, actual.counters) && follow(wanted.conditions, actual.conditions);
		if (!isSame) return { expected: { [name]: wanted }, got: { [name]: actual } };
	}
	return undefined;
}

const nothing: StatusStory = { conditions: [], counters: {} };

function storiesOf(
	writes: readonly StatusWrite[],
	names: ControlNames
): Readonly<Record<string, StatusStory>> {
	const stories: Record<string, StatusStory> = {};
	for (const { by, resource, object, changes } of writes) {
		const { conditions, ...counters } = (changes ?? {}) as Changes;
		const story = (stories[`${by} ${resource} ${object}`] ??= { conditions: [], counters: {} });
		if (conditions !== undefined) story.conditions.push(conditions);
		story.counters = combined(story.counters, counters);
	}
	return JSON.parse(names.plain(JSON.stringify(stories), true)) as Record<string, StatusStory>;
}

/** Whether the shorter list stands in the longer one in the same order, and both end alike. */
function follow(a: readonly unknown[], b: readonly unknown[]): boolean {
	const [short, long] = a.length <= b.length ? [a, b] : [b, a];
	if (short.length === 0) return long.length === 0;
	let place = -1;
	const isPart = short.every((each) => {
		place = long.findIndex((other, index) => index > place && isDeepEqual(each, other));
		return place >= 0;
	});
	return isPart && isDeepEqual(short.at(-1), long.at(-1));
}
