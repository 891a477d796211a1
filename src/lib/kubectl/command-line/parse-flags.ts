import type { Flag } from './flag.ts';
import { parseGoBool, parseGoDuration, parseGoInt } from './go-value.ts';

/** Flags that can't be read, in the words of spf13/pflag. */
export class FlagError extends Error {}

/** The flags and arguments of one call. */
export interface ParsedFlags {
	/** Arguments that are no flags, those behind `--` too. */
	readonly args: readonly string[];
	/** How many arguments stand before `--`, -1 without one. */
	readonly argsBeforeDash: number;
	/** Flags with their values as they were given, in order. */
	readonly written: readonly (readonly [string, string])[];
	/** Whether the flag was given. */
	given(name: string): boolean;
	text(name: string): string;
	bool(name: string): boolean;
	int(name: string): number;
	/** Ms. */
	duration(name: string): number;
	list(name: string): readonly string[];
}

/**
 * Reads flags and arguments in any order.
 *
 * Models spf13/pflag flag.go parseLongArg, parseShortArg.
 *
 * @throws FlagError
 */
export function parseFlags(words: readonly string[], flags: readonly Flag[]): ParsedFlags {
	const byName = new Map(flags.map((flag) => [flag.name, flag]));
	const byShort = new Map(flags.map((flag) => [flag.short, flag]));
	const values = new Map<string, string[]>();
	const args: string[] = [];
	const written: [string, string][] = [];
	let argsBeforeDash = -1;

	const set = (flag: Flag, value: string): void => {
		check(flag, value);
		written.push([flag.name, value]);
		const list = flag.type === 'slice' ? value.split(',') : [value];
		const isList = flag.type === 'slice' || flag.type === 'array';
		values.set(flag.name, isList ? [...(values.get(flag.name) ?? []), ...list] : list);
	};

	for (let at = 0; at < words.length; at += 1) {
		const word = words[at]!;
		if (word === '--') {
			argsBeforeDash = args.length;
			args.push(...words.slice(at + 1));
			break;
		}
		if (word.startsWith('--')) {
			at += readLong(word, words[at + 1], byName, set);
		} else if (word.startsWith('-') && word.length > 1) {
			at += readShort(word, words[at + 1], byShort, set);
		} else {
			args.push(word);
		}
	}
	return { written, ...view(byName, values, args, argsBeforeDash) };
}

type Set = (flag: Flag, value: string) => void;

/** @returns how many further words it took */
function readLong(
	word: string,
	next: string | undefined,
	flags: ReadonlyMap<string, Flag>,
	set: Set
): number {
	const equals = word.indexOf('=');
	const name = word.slice(2, equals < 0 ? undefined : equals);
	if (name === '' || name.startsWith('-')) throw new FlagError(`bad flag syntax: ${word}`);
	const flag = flags.get(name);
	if (flag === undefined) throw new FlagError(`unknown flag: --${name}`);
	if (equals >= 0) set(flag, word.slice(equals + 1));
	else if (flag.bare !== undefined) set(flag, flag.bare);
	else if (next === undefined) throw new FlagError(`flag needs an argument: --${name}`);
	else {
		set(flag, next);
		return 1;
	}
	return 0;
}

/** @returns how many further words it took */
function readShort(
	word: string,
	next: string | undefined,
	flags: ReadonlyMap<string | undefined, Flag>,
	set: Set
): number {
	const letters = word.slice(1);
	for (let at = 0; at < letters.length; at += 1) {
		const letter = letters[at]!;
		const flag = flags.get(letter);
		const shown = letters.slice(at);
		if (flag === undefined) throw new FlagError(`unknown shorthand flag: '${letter}' in -${shown}`);
		const rest = letters.slice(at + 1);
		if (rest.startsWith('=')) {
			set(flag, rest.slice(1));
			return 0;
		}
		if (flag.bare !== undefined) {
			set(flag, flag.bare);
		} else if (rest !== '') {
			set(flag, rest);
			return 0;
		} else if (next === undefined) {
			throw new FlagError(`flag needs an argument: '${letter}' in -${shown}`);
		} else {
			set(flag, next);
			return 1;
		}
	}
	return 0;
}

function check(flag: Flag, value: string): void {
	try {
		if (flag.type === 'bool') parseGoBool(value);
		if (flag.type === 'int') parseGoInt(value);
		if (flag.type === 'duration') parseGoDuration(value);
	} catch (error) {
		const shown = flag.short === undefined ? `--${flag.name}` : `-${flag.short}, --${flag.name}`;
		const reason = (error as Error).message;
		throw new FlagError(`invalid argument ${JSON.stringify(value)} for "${shown}" flag: ${reason}`);
	}
}

function view(
	flags: ReadonlyMap<string, Flag>,
	values: ReadonlyMap<string, readonly string[]>,
	args: readonly string[],
	argsBeforeDash: number
): Omit<ParsedFlags, 'written'> {
	const text = (name: string): string => values.get(name)?.at(-1) ?? flags.get(name)?.default ?? '';
	return {
		args,
		argsBeforeDash,
		given: (name) => values.has(name),
		text,
		bool: (name) => text(name) !== '' && parseGoBool(text(name)),
		int: (name) => parseGoInt(text(name)),
		duration: (name) => parseGoDuration(text(name)),
		list: (name) => values.get(name) ?? []
	};
}
