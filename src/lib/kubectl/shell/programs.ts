import { grep } from './grep.ts';
import { cut, head, sortLines, tail, translate, uniqueLines, wordCount } from './line-filters.ts';
import { sed } from './sed.ts';

/** What a program printed and how it ended. */
export interface ProgramResult {
	readonly stdout: string;
	readonly stderr?: string;
	readonly exitCode: number;
}

export interface ProgramInput {
	readonly args: readonly string[];
	readonly stdin: string;
	readonly files: Readonly<Record<string, string>>;
}

/** A program that ends at once. */
export type Program = (input: ProgramInput) => ProgramResult;

/** Programs beside kubectl: those that people put behind a pipe. */
export const programs: Readonly<Record<string, Program>> = {
	cat: (input) => {
		const missing = input.args.find((name) => name !== '-' && input.files[name] === undefined);
		const names = input.args.filter((name) => name !== missing);
		const texts = names.map((name) => (name === '-' ? input.stdin : input.files[name]!));
		return {
			stdout: input.args.length === 0 ? input.stdin : texts.join(''),
			stderr: missing === undefined ? '' : `cat: ${missing}: No such file or directory\n`,
			exitCode: missing === undefined ? 0 : 1
		};
	},
	cut,
	echo: ({ args }) => {
		const text = args[0] === '-n' ? args.slice(1).join(' ') : `${args.join(' ')}\n`;
		return { stdout: text, exitCode: 0 };
	},
	false: () => ({ stdout: '', exitCode: 1 }),
	grep,
	head,
	sed,
	sort: sortLines,
	tail,
	tr: translate,
	true: () => ({ stdout: '', exitCode: 0 }),
	uniq: uniqueLines,
	wc: wordCount
};
