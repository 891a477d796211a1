import { tellUnknown } from './one-of.ts';
import type { Read } from './read.ts';
import { fieldOf, type Value } from './value.ts';

/** A field of a shape, and what it is called in the file where that is not its own name. */
export interface Part<T, Must extends boolean> {
	readonly read: Read<T>;
	readonly must: Must;
	readonly key?: string;
}

export type Parts = Readonly<Record<string, Part<unknown, boolean>>>;

type TypeOf<P> = P extends Part<infer T, boolean> ? T : never;

type MustNames<P extends Parts> = {
	[Name in keyof P]: P[Name] extends Part<unknown, true> ? Name : never;
}[keyof P];

/** What a shape reads: every field that must be there, and of the others those that are. */
export type Shaped<P extends Parts> = { readonly [Name in MustNames<P>]: TypeOf<P[Name]> } & {
	readonly [Name in Exclude<keyof P, MustNames<P>>]?: TypeOf<P[Name]>;
};

/** A reader of fields, which can say what they are called. */
export interface Shape<T> extends Read<T> {
	readonly keys: readonly string[];
}

export function must<T>(read: Read<T>, key?: string): Part<T, true> {
	return { read, must: true, ...(key && { key }) };
}

export function may<T>(read: Read<T>, key?: string): Part<T, false> {
	return { read, must: false, ...(key && { key }) };
}

/**
 * Fields of these names and no others, in the order of the parts.
 *
 * @param beside names that something else reads
 */
export function shape<P extends Parts>(parts: P, beside: readonly string[] = []): Shape<Shaped<P>> {
	const list = Object.entries(parts).map(([name, part]) => ({
		name,
		...part,
		key: part.key ?? name
	}));
	const keys = [...beside, ...list.map(({ key }) => key)];
	const read: Read<Shaped<P>> = (value, problems) => {
		if (value.type !== 'fields') {
			problems.add(value.place, 'wantsFields');
			return undefined;
		}
		let isWhole = true;
		for (const { name, place } of value.fields) {
			if (keys.includes(name)) continue;
			tellUnknown(problems, place, 'unknownKey', name, keys);
			isWhole = false;
		}
		const found: [string, unknown][] = [];
		for (const part of list) {
			const field = fieldOf(value, part.key);
			if (!field && part.must) problems.add(value.place, 'missingKey', { name: part.key });
			if (!field) isWhole &&= !part.must;
			else {
				const one = part.read(field.value as Value, problems);
				if (one === undefined) isWhole = false;
				else found.push([part.name, one]);
			}
		}
		return isWhole ? (Object.fromEntries(found) as Shaped<P>) : undefined;
	};
	return Object.assign(read, { keys });
}
