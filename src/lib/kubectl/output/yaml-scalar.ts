/**
 * How a string looks in YAML that Go prints.
 *
 * Models go.yaml.in/yaml/v2 resolve.go resolve, encode.go stringv, emitterc.go yaml_emitter_analyze_scalar and the writers.
 */
const lineWidth = 80;

const words = new Set(
	['y', 'yes', 'true', 'on', 'n', 'no', 'false', 'off', 'null'].flatMap((word) => [
		word,
		word.toUpperCase(),
		word[0]!.toUpperCase() + word.slice(1)
	])
);
const specials = new Set(['', '~', '<<', '.nan', '.NaN', '.NAN', '.inf', '.Inf', '.INF']);
const infinities = /^[+-]\.(?:inf|Inf|INF)$/;
const integer = /^[-+]?(?:\d+|0[xX][\da-fA-F]+|0[bB][01]+|0[oO][0-7]+)$/;
const float = /^[-+]?(?:\.\d+|\d+(?:\.\d*)?)(?:[eE][-+]?\d+)?$/;
const base60 = /^[-+]?\d[\d_]*(?::[0-5]?\d)+(?:\.[\d_]*)?$/;
const timestamp =
	/^\d{4}-\d{1,2}-\d{1,2}(?:[Tt ]\d{1,2}:\d{1,2}:\d{1,2}(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)?)?$/;

/** Whether a plain scalar with this text would be read as something else than a string. */
function resolvesToOther(text: string): boolean {
	if (words.has(text) || specials.has(text) || infinities.test(text)) return true;
	const plain = /^[-+.\d]/.test(text) ? text.replaceAll('_', '') : '';
	return integer.test(plain) || float.test(plain) || base60.test(text) || timestamp.test(text);
}

const alwaysIndicators = '#,[]{}&*!|>\'"%@`';
const unprintable = /[^\n\x20-\x7e\u00a0-\ud7ff\ue000-\ufefe\uff00-\ufffd]/;
const breaks = /[\r\n\u0085\u2028\u2029]/;

interface Allowed {
	readonly plain: boolean;
	readonly singleQuoted: boolean;
	readonly block: boolean;
}

function analyze(text: string): Allowed {
	const hasBreaks = breaks.test(text);
	const isSpecial = unprintable.test(text) || /\u0020[\r\n\u0085\u2028\u2029]/.test(text);
	const startsOrEndsWithSpace = /^\s|\s$/.test(text);
	const spaceAfterBreak = /[\r\n\u0085\u2028\u2029]\u0020/.test(text);
	return {
		plain:
			!isSpecial && !hasBreaks && !startsOrEndsWithSpace && !spaceAfterBreak && !hasIndicator(text),
		singleQuoted: !isSpecial && !spaceAfterBreak,
		block: !isSpecial && !text.endsWith(' ')
	};
}

function hasIndicator(text: string): boolean {
	if (text.startsWith('---') || text.startsWith('...')) return true;
	const first = text[0] ?? '';
	if (first !== '' && alwaysIndicators.includes(first)) return true;
	if (/^[-?:](?:[ \t]|$)/.test(text)) return true;
	return /:(?:[ \t]|$)/.test(text) || /[ \t]#/.test(text);
}

/**
 * @param column where the scalar begins, for the folding of long lines
 * @param indent of the lines that follow when it takes several
 * @param isKey keys stand on one line
 */
export function yamlScalar(text: string, column: number, indent: number, isKey: boolean): string {
	const allowed = analyze(text);
	if (text.includes('\n') && allowed.block && !isKey) return literal(text, indent);
	if (!text.includes('\n') && !resolvesToOther(text)) {
		if (allowed.plain) return fold(text, column, indent, isKey, 'plain');
		if (allowed.singleQuoted) {
			const quoted = fold(text.replaceAll("'", "''"), column + 1, indent, isKey, 'single');
			return `'${quoted}'`;
		}
	}
	return `"${fold(escape(text), column + 1, indent, isKey, 'double')}"`;
}

function literal(text: string, indent: number): string {
	const indentHint = /^[ \n]/.test(text) ? '2' : '';
	const chomp = !text.endsWith('\n') ? '-' : text === '\n' || text.endsWith('\n\n') ? '+' : '';
	const body = text
		.replace(/\n$/, '')
		.split('\n')
		.map((line) => (line === '' ? '' : ' '.repeat(indent) + line))
		.join('\n');
	return `|${indentHint}${chomp}\n${body}`;
}

/** Breaks at single spaces once a line is longer than the emitter likes. */
function fold(
	text: string,
	startColumn: number,
	indent: number,
	isKey: boolean,
	style: 'plain' | 'single' | 'double'
): string {
	if (isKey) return text;
	const chars = [...text];
	let column = startColumn;
	let isAfterSpace = false;
	let folded = '';
	chars.forEach((char, at) => {
		const isInside = style === 'plain' || (at > 0 && at < chars.length - 1);
		const isSpaceNext = chars[at + 1] === ' ';
		const mayBreak = isInside && !isAfterSpace && column > lineWidth;
		if (char === ' ' && mayBreak && (style === 'double' || !isSpaceNext)) {
			folded += `\n${' '.repeat(indent)}`;
			column = indent;
			if (style === 'double' && isSpaceNext) {
				folded += '\\';
				column += 1;
			}
			isAfterSpace = true;
			return;
		}
		folded += char;
		column += 1;
		isAfterSpace = char === ' ';
	});
	return folded;
}

const named: Readonly<Record<string, string>> = {
	'\0': '\\0',
	'\x07': '\\a',
	'\b': '\\b',
	'\t': '\\t',
	'\n': '\\n',
	'\v': '\\v',
	'\f': '\\f',
	'\r': '\\r',
	'\x1b': '\\e',
	'"': '\\"',
	'\\': '\\\\',
	'\u0085': '\\N',
	'\u00a0': '\\_',
	'\u2028': '\\L',
	'\u2029': '\\P'
};

function escape(text: string): string {
	return [...text].map(escapeOne).join('');
}

function escapeOne(char: string): string {
	const known = named[char];
	if (known !== undefined && (char !== '\u00a0' || unprintable.test(char))) return known;
	if (!unprintable.test(char)) return char;
	const code = char.codePointAt(0)!;
	if (code <= 0xff) return `\\x${hex(code, 2)}`;
	return code <= 0xffff ? `\\u${hex(code, 4)}` : `\\U${hex(code, 8)}`;
}

function hex(code: number, length: number): string {
	return code.toString(16).toUpperCase().padStart(length, '0');
}
