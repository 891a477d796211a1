import { linesOf, textOf } from './lines.ts';
import type { Program, ProgramInput } from './programs.ts';

function inputText({ args, stdin, files }: ProgramInput): string {
	const names = args.filter((arg) => files[arg] !== undefined);
	return names.length === 0 ? stdin : names.map((name) => files[name]!).join('');
}

/** The number behind `-n`, or as in `-3`. */
function countOf(args: readonly string[], fallback: number): number {
	const at = args.indexOf('-n');
	const text = at >= 0 ? args[at + 1] : args.find((arg) => /^-n?\d+$/.test(arg));
	return text === undefined ? fallback : Number(text.replace(/^-n?/, ''));
}

/** The value of `-X value` or `-Xvalue`. */
function valueOf(args: readonly string[], flag: string): string | undefined {
	const at = args.findIndex((arg) => arg.startsWith(flag));
	if (at < 0) return undefined;
	return args[at] === flag ? args[at + 1] : args[at]!.slice(flag.length);
}

export const head: Program = (input) => ({
	stdout: textOf(linesOf(inputText(input)).slice(0, countOf(input.args, 10))),
	exitCode: 0
});

export const tail: Program = (input) => {
	const count = countOf(input.args, 10);
	const lines = linesOf(inputText(input));
	return { stdout: textOf(lines.slice(Math.max(0, lines.length - count))), exitCode: 0 };
};

/** wc with -l, -w and -c. */
export const wordCount: Program = (input) => {
	const text = inputText(input);
	const counts: Readonly<Record<string, number>> = {
		l: text.split('\n').length - 1,
		w: text.split(/\s+/).filter((word) => word !== '').length,
		c: new TextEncoder().encode(text).length
	};
	const letters = input.args
		.filter((arg) => /^-[lwc]+$/.test(arg))
		.flatMap((arg) => [...arg.slice(1)]);
	const shown = letters.length === 0 ? ['l', 'w', 'c'] : letters;
	const texts = shown.map((letter) => String(counts[letter]));
	const width = shown.length === 1 ? 0 : 7;
	return { stdout: `${texts.map((text) => text.padStart(width)).join(' ')}\n`, exitCode: 0 };
};

/** sort with -r, -n, -u and -k. */
export const sortLines: Program = (input) => {
	const letters = input.args.filter((arg) => /^-[rnu]+$/.test(arg)).join('');
	const key = Number.parseInt(valueOf(input.args, '-k') ?? '1', 10);
	const keyOf = (line: string): string =>
		key === 1
			? line
			: line
					.trim()
					.split(/\s+/)
					.slice(key - 1)
					.join(' ');
	const lines = [...linesOf(inputText(input))].sort((a, b) => {
		const [first, second] = [keyOf(a), keyOf(b)];
		const byNumber = letters.includes('n')
			? (Number.parseFloat(first) || 0) - (Number.parseFloat(second) || 0)
			: 0;
		return byNumber || (first < second ? -1 : first > second ? 1 : 0);
	});
	if (letters.includes('r')) lines.reverse();
	const kept = letters.includes('u') ? lines.filter((line, at) => line !== lines[at - 1]) : lines;
	return { stdout: textOf(kept), exitCode: 0 };
};

/** uniq with -c. */
export const uniqueLines: Program = (input) => {
	const runs: { line: string; count: number }[] = [];
	for (const line of linesOf(inputText(input))) {
		const last = runs.at(-1);
		if (last?.line === line) last.count += 1;
		else runs.push({ line, count: 1 });
	}
	const counts = input.args.includes('-c');
	const lines = runs.map(({ line, count }) =>
		counts ? `${String(count).padStart(7)} ${line}` : line
	);
	return { stdout: textOf(lines), exitCode: 0 };
};

/** cut with -d, -f and -c. */
export const cut: Program = (input) => {
	const characters = valueOf(input.args, '-c');
	const delimiter = valueOf(input.args, '-d') ?? '\t';
	const wanted = (characters ?? valueOf(input.args, '-f') ?? '1-')
		.split(',')
		.map((range) => range.split('-'));
	const isWanted = (number: number): boolean =>
		wanted.some(([from = '', to]) =>
			to === undefined
				? number === Number(from)
				: number >= Number(from || 1) && (to === '' || number <= Number(to))
		);
	const lines = linesOf(inputText(input)).map((line) => {
		if (characters !== undefined) return [...line].filter((_, at) => isWanted(at + 1)).join('');
		if (!line.includes(delimiter)) return line;
		return line
			.split(delimiter)
			.filter((_, at) => isWanted(at + 1))
			.join(delimiter);
	});
	return { stdout: textOf(lines), exitCode: 0 };
};

const escapes: Readonly<Record<string, string>> = { '\\n': '\n', '\\t': '\t' };

/** tr with two sets of characters, or -d and one. */
export const translate: Program = ({ args, stdin }) => {
	const sets = args.filter((arg) => arg !== '-d').map(charactersOf);
	const [from = [], to = []] = sets;
	const replace = (char: string): string => {
		const at = from.indexOf(char);
		if (at < 0) return char;
		return args.includes('-d') ? '' : (to[Math.min(at, to.length - 1)] ?? char);
	};
	return { stdout: [...stdin].map(replace).join(''), exitCode: 0 };
};

function charactersOf(set: string): readonly string[] {
	const plain = set.replace(/\\[nt]/g, (escape) => escapes[escape]!);
	const ranged = plain.replace(/(.)-(.)/g, (_, first: string, last: string) => {
		let all = '';
		for (let code = first.charCodeAt(0); code <= last.charCodeAt(0); code += 1) {
			all += String.fromCharCode(code);
		}
		return all;
	});
	return [...ranged];
}
