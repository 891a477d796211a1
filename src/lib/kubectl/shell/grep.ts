import { linesOf, textOf } from './lines.ts';
import type { ProgramInput, ProgramResult } from './programs.ts';
import { fromBasic } from './regular-expression.ts';

/** grep with -i, -v, -c, -o, -w, -n, -E, -F, -q and -e. Models GNU grep's exit codes. */
export function grep({ args, stdin, files }: ProgramInput): ProgramResult {
	const letters = new Set<string>();
	const patterns: string[] = [];
	const rest: string[] = [];
	for (let at = 0; at < args.length; at += 1) {
		const arg = args[at]!;
		if (arg === '-e') patterns.push(args[(at += 1)] ?? '');
		else if (/^-[a-zA-Z]+$/.test(arg)) [...arg.slice(1)].forEach((letter) => letters.add(letter));
		else rest.push(arg);
	}
	if (patterns.length === 0 && rest.length > 0) patterns.push(rest.shift()!);
	if (patterns.length === 0) {
		return { stdout: '', stderr: 'Usage: grep [OPTION]... PATTERNS [FILE]...\n', exitCode: 2 };
	}
	const unknown = [...letters].find((letter) => !'ivcownEFqe'.includes(letter));
	if (unknown !== undefined) {
		return { stdout: '', stderr: `grep: this terminal's grep has no -${unknown}\n`, exitCode: 2 };
	}
	const text = rest.length === 0 ? stdin : rest.map((name) => files[name] ?? '').join('');
	const expression = expressionOf(patterns, letters);
	if (expression === undefined) {
		return { stdout: '', stderr: 'grep: Invalid regular expression\n', exitCode: 2 };
	}
	const numbered = linesOf(text).map((line, at) => ({ line, number: at + 1 }));
	const found = numbered.filter(({ line }) => expression.test(line) !== letters.has('v'));
	const exitCode = found.length > 0 ? 0 : 1;
	if (letters.has('q')) return { stdout: '', exitCode };
	if (letters.has('c')) return { stdout: `${found.length}\n`, exitCode };
	const all = new RegExp(expression.source, `${expression.flags}g`);
	const lines = found.flatMap(({ line, number }) => {
		const parts = letters.has('o') ? (line.match(all) ?? []).filter((part) => part !== '') : [line];
		return parts.map((part) => (letters.has('n') ? `${number}:${part}` : part));
	});
	return { stdout: textOf(lines), exitCode };
}

function expressionOf(
	patterns: readonly string[],
	letters: ReadonlySet<string>
): RegExp | undefined {
	const sources = patterns.map((pattern) => {
		if (letters.has('F')) return pattern.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');
		return letters.has('E') ? pattern : fromBasic(pattern);
	});
	const joined = sources.map((source) => (letters.has('w') ? `\\b(?:${source})\\b` : source));
	try {
		return new RegExp(joined.join('|'), letters.has('i') ? 'i' : '');
	} catch {
		return undefined;
	}
}
