import type { Script, ShellWorld, Streams } from '../world.ts';

/** What a program is called with. */
export interface Call {
	readonly args: readonly string[];
	readonly streams: Streams;
	readonly world: ShellWorld;
	readonly variables: ReadonlyMap<string, string>;
	/** A file's full path. */
	path(file: string): string;
	/** Throws when so much text doesn't fit into the memory. */
	keep(text: string): void;
}

/** A program that takes no time gives its exit code; another one its script. */
export type Program = (call: Call) => number | Script;

/** The arguments that are no options. */
export function operands(args: readonly string[]): string[] {
	return args.filter((arg) => !arg.startsWith('-') || arg === '-');
}

/** Letters of the options, `-rf` as `rf`. */
export function options(args: readonly string[]): string {
	return args
		.filter((arg) => /^-[a-zA-Z]/.test(arg))
		.map((arg) => arg.slice(1))
		.join('');
}
