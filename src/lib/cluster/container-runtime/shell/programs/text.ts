import { operands, options, type Call, type Program } from './program.ts';

function echo({ args, streams }: Call): number {
	let words = [...args];
	let line = true;
	let escapes = false;
	while (/^-[neE]+$/.test(words[0] ?? '')) {
		if (words[0]!.includes('n')) line = false;
		if (words[0]!.includes('e')) escapes = true;
		words = words.slice(1);
	}
	const text = words.join(' ');
	streams.out((escapes ? unescape(text) : text) + (line ? '\n' : ''));
	return 0;
}

function unescape(text: string): string {
	const signs: Readonly<Record<string, string>> = { n: '\n', t: '\t', '\\': '\\' };
	return text.replaceAll(/\\([nt\\])/g, (_all, sign: string) => signs[sign]!);
}

function printf({ args: [format = '', ...values], streams }: Call): number {
	let at = 0;
	do {
		streams.out(
			unescape(format).replaceAll(/%([sd%])/g, (_all, kind: string) =>
				kind === '%' ? '%' : (values[at++] ?? (kind === 'd' ? '0' : ''))
			)
		);
	} while (at > 0 && at < values.length);
	return 0;
}

/** The text of the files that are named, or what comes in. */
function textOf({ args, world, path, streams }: Call, skip = 0): string {
	const files = operands(args).slice(skip);
	if (files.length === 0) return streams.input.text;
	return files.map((file) => world.files.read(path(file)) ?? '').join('');
}

function linesOf(text: string): string[] {
	return text === '' ? [] : text.replace(/\n$/, '').split('\n');
}

function grep(call: Call): number {
	const flags = options(call.args);
	const pattern = patternOf(operands(call.args)[0] ?? '', flags.includes('i'));
	const found = linesOf(textOf(call, 1)).filter(
		(line) => pattern.test(line) !== flags.includes('v')
	);
	if (flags.includes('c')) call.streams.out(`${found.length}\n`);
	else if (!flags.includes('q')) call.streams.out(found.map((line) => `${line}\n`).join(''));
	return found.length > 0 ? 0 : 1;
}

/** What can't be read as a pattern is looked for as it stands. */
function patternOf(text: string, ignoresCase: boolean): RegExp {
	const flags = ignoresCase ? 'i' : '';
	try {
		return new RegExp(text, flags);
	} catch {
		return new RegExp(text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&'), flags);
	}
}

function wc(call: Call): number {
	const text = textOf(call);
	const flags = options(call.args);
	const counts = [
		['l', text.split('\n').length - 1],
		['w', text.split(/\s+/).filter((word) => word !== '').length],
		['c', new TextEncoder().encode(text).length]
	] as const;
	const wanted = counts.filter(([flag]) => flags === '' || flags.includes(flag));
	call.streams.out(`${wanted.map(([, count]) => count).join(' ')}\n`);
	return 0;
}

/** `-n 3` or `-3`. */
function countOf(args: readonly string[]): number {
	const short = args.find((arg) => /^-\d+$/.test(arg));
	const at = args.indexOf('-n');
	const joined = args.find((arg) => /^-n\d+$/.test(arg));
	return Number(short?.slice(1) ?? joined?.slice(2) ?? (at < 0 ? 10 : args[at + 1]));
}

function withoutCount(args: readonly string[]): readonly string[] {
	const at = args.indexOf('-n');
	return at < 0 ? args : [...args.slice(0, at), ...args.slice(at + 2)];
}

function head(call: Call): number {
	const lines = linesOf(textOf({ ...call, args: withoutCount(call.args) }));
	const first = lines.slice(0, countOf(call.args));
	call.streams.out(first.map((line) => `${line}\n`).join(''));
	return 0;
}

/** `-f` goes on for ever. */
function tail(call: Call): ReturnType<Program> {
	const lines = linesOf(textOf({ ...call, args: withoutCount(call.args) }));
	const last = countOf(call.args);
	call.streams.out((last === 0 ? [] : lines.slice(-last)).map((line) => `${line}\n`).join(''));
	return /[fF]/.test(options(call.args)) ? forever() : 0;
}

function* forever() {
	yield { sleepMs: Infinity };
	return 0;
}

function sort(call: Call): number {
	const lines = linesOf(textOf(call)).sort();
	const kept = options(call.args).includes('u') ? [...new Set(lines)] : lines;
	call.streams.out(kept.map((line) => `${line}\n`).join(''));
	return 0;
}

/** Programs that have to do with text. */
export const textPrograms: Readonly<Record<string, Program>> = {
	echo,
	printf,
	grep,
	wc,
	head,
	tail,
	sort
};
