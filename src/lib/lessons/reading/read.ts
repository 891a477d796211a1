import type { Problems } from './problem.ts';
import type { Value } from './value.ts';

/** Takes a value of a file for what it should be; undefined when it isn't that, which is a problem that was told. */
export type Read<T> = (value: Value, problems: Problems) => T | undefined;

/** Nobody writes more of one thing into a lesson. */
const mostItems = 300;

/** Text of at least one character; longer than this can't be shown where it belongs. */
export function text(most = 2000): Read<string> {
	return (value, problems) => {
		if (value.type !== 'scalar' || typeof value.value !== 'string' || value.value.trim() === '') {
			problems.add(value.place, 'wantsText');
			return undefined;
		}
		const found = value.value.trim();
		if (found.length <= most) return found;
		problems.add(value.place, 'textTooLong', { length: found.length, most });
		return undefined;
	};
}

/** Text as it is written, with its line ends. */
export function rawText(most: number): Read<string> {
	const read = text(most);
	return (value, problems) =>
		read(value, problems) && String(value.type === 'scalar' && value.value);
}

/** Text that looks so. */
export function pattern(expression: RegExp, example: string): Read<string> {
	return (value, problems) => {
		if (value.type === 'scalar' && expression.test(String(value.value))) return String(value.value);
		problems.add(value.place, 'wantsPattern', { example });
		return undefined;
	};
}

/** What something is called within a lesson. */
export const name = pattern(/^[a-z0-9][a-z0-9-]{0,62}$/, 'old-pod-gone');

/** `namespace/name`. */
export const objectName = pattern(/^[a-z0-9-]{1,63}\/[a-z0-9.-]{1,253}$/, 'default/web');

export function number(least: number, most: number): Read<number> {
	return (value, problems) => {
		const found = value.type === 'scalar' ? value.value : undefined;
		if (typeof found === 'number' && found >= least && found <= most) return found;
		problems.add(value.place, 'wantsNumber', { least, most });
		return undefined;
	};
}

export function wholeNumber(least: number, most: number): Read<number> {
	return (value, problems) => {
		const found = value.type === 'scalar' ? value.value : undefined;
		if (Number.isInteger(found) && (found as number) >= least && (found as number) <= most) {
			return found as number;
		}
		problems.add(value.place, 'wantsWholeNumber', { least, most });
		return undefined;
	};
}

export const yesOrNo: Read<boolean> = (value, problems) => {
	if (value.type === 'scalar' && typeof value.value === 'boolean') return value.value;
	problems.add(value.place, 'wantsYesOrNo');
	return undefined;
};

/** Nothing but `true` may be said. */
export const yes: Read<true> = (value, problems) => {
	if (value.type === 'scalar' && value.value === true) return true;
	problems.add(value.place, 'wantsTrue');
	return undefined;
};

/** Items of one kind; with one that is wrong, none counts. */
export function list<T>(read: Read<T>, least = 0, most = mostItems): Read<T[]> {
	return (value, problems) => {
		if (value.type !== 'list') {
			problems.add(value.place, 'wantsList');
			return undefined;
		}
		if (value.items.length < least || value.items.length > most) {
			problems.add(value.place, 'wantsItems', { least, most, found: value.items.length });
			return undefined;
		}
		const items = value.items.map((item) => read(item, problems));
		return items.every((item) => item !== undefined) ? items : undefined;
	};
}

/** Values of one kind under names that the lesson gives. */
export function record<T>(read: Read<T>): Read<Record<string, T>> {
	return (value, problems) => {
		if (value.type !== 'fields') {
			problems.add(value.place, 'wantsFields');
			return undefined;
		}
		const entries = value.fields
			.slice(0, mostItems)
			.map((field) => [field.name, read(field.value, problems)] as const);
		const isWhole = entries.every(
			(entry): entry is readonly [string, T & {}] => entry[1] !== undefined
		);
		return isWhole ? Object.fromEntries<T>(entries as [string, T][]) : undefined;
	};
}
