import { linesOf, textOf } from './lines.ts';
import type { ProgramInput, ProgramResult } from './programs.ts';
import { regularExpression } from './regular-expression.ts';

/** One command of a script: where it acts, and what it does to a line. */
interface Command {
	matches(line: string, number: number, isLast: boolean): boolean;
	readonly letter: 's' | 'd' | 'p';
	replace(line: string): string;
	readonly printsReplaced: boolean;
}

/** sed with -n, -e, -E and -i, and the commands s, d and p behind a line number, `$` or `/expression/`. */
export function sed({ args, stdin, files }: ProgramInput): ProgramResult {
	const letters = new Set<string>();
	const scripts: string[] = [];
	const rest: string[] = [];
	for (let at = 0; at < args.length; at += 1) {
		const arg = args[at]!;
		if (arg === '-e') scripts.push(args[(at += 1)] ?? '');
		else if (/^-[a-zA-Z]+$/.test(arg)) [...arg.slice(1)].forEach((letter) => letters.add(letter));
		else rest.push(arg);
	}
	if (scripts.length === 0) scripts.push(rest.shift() ?? '');
	let commands: readonly Command[];
	try {
		commands = scripts
			.flatMap((script) => script.split(/;(?=\s*(?:\d|\$|\/|[sdp]\b|s\W))/))
			.map((text) => commandOf(text.trim(), letters.has('E') || letters.has('r')));
	} catch (error) {
		return {
			stdout: '',
			stderr: `sed: -e expression #1: ${(error as Error).message}\n`,
			exitCode: 1
		};
	}
	const absent = rest.find((name) => files[name] === undefined);
	if (absent !== undefined) {
		const stderr = `sed: can't read ${absent}: No such file or directory\n`;
		return { stdout: '', stderr, exitCode: 2 };
	}
	const text = rest.length === 0 ? stdin : rest.map((name) => files[name]!).join('');
	return { stdout: run(commands, linesOf(text), letters.has('n')), exitCode: 0 };
}

function run(commands: readonly Command[], lines: readonly string[], isQuiet: boolean): string {
	const printed: string[] = [];
	lines.forEach((original, at) => {
		let line = original;
		for (const command of commands) {
			if (!command.matches(line, at + 1, at === lines.length - 1)) continue;
			if (command.letter === 'd') return;
			const next = command.letter === 's' ? command.replace(line) : line;
			const isChanged = next !== line;
			line = next;
			if (command.letter === 'p' || (command.printsReplaced && isChanged)) printed.push(line);
		}
		if (!isQuiet) printed.push(line);
	});
	return textOf(printed);
}

/** @throws Error that says what can't be read */
function commandOf(text: string, isExtended: boolean): Command {
	const [, address = '', letter = '', rest = ''] =
		/^(\d+|\$|\/(?:\\.|[^\\/])*\/)?\s*([a-zA-Z])(.*)$/s.exec(text) ?? [];
	const matches = addressOf(address, isExtended);
	const plain = { matches, replace: (line: string) => line, printsReplaced: false };
	if (letter === 'd' || letter === 'p') return { ...plain, letter };
	if (letter !== 's') throw new Error(`unknown command: \`${text.charAt(0)}'`);
	const mark = rest.charAt(0);
	const [pattern = '', replacement, flags] = partsOf(rest.slice(1), mark);
	if (replacement === undefined || flags === undefined) throw new Error("unterminated `s' command");
	const modes = `${flags.includes('g') ? 'g' : ''}${/i/i.test(flags) ? 'i' : ''}`;
	const expression = regularExpression(pattern, isExtended, modes);
	const filled = (found: readonly string[]): string =>
		replacement.replace(/\\(\d)|\\(.)|&/gs, (_, group?: string, escaped?: string) => {
			if (escaped !== undefined) return unescaped(escaped);
			return found[Number(group ?? 0)] ?? '';
		});
	return {
		matches,
		letter,
		replace: (line) => line.replace(expression, (...found: string[]) => filled(found)),
		printsReplaced: flags.includes('p')
	};
}

function addressOf(address: string, isExtended: boolean): Command['matches'] {
	if (address === '') return () => true;
	if (address === '$') return (_, __, isLast) => isLast;
	if (/^\d+$/.test(address)) return (_, number) => number === Number(address);
	const expression = regularExpression(address.slice(1, -1), isExtended);
	return (line) => expression.test(line);
}

/** The parts between marks; a mark behind a backslash is a plain one. */
function partsOf(text: string, mark: string): readonly string[] {
	const parts = [''];
	for (let at = 0; at < text.length; at += 1) {
		const char = text[at]!;
		if (char === '\\' && text[at + 1] === mark) {
			parts[parts.length - 1] += mark;
			at += 1;
		} else if (char === '\\') {
			parts[parts.length - 1] += char + (text[at + 1] ?? '');
			at += 1;
		} else if (char === mark) {
			parts.push('');
		} else {
			parts[parts.length - 1] += char;
		}
	}
	return parts;
}

function unescaped(char: string): string {
	return { n: '\n', t: '\t' }[char] ?? char;
}
