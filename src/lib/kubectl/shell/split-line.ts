import { ShellError } from './shell-error.ts';

/** A word as the program gets it, or an operator that the shell acts on. */
export type Token =
	| { readonly type: 'word'; readonly text: string }
	| { readonly type: 'operator'; readonly text: string };

const operators = ['2>&1', '&&', '||', '2>/dev/null', '>>', '|', ';', '&', '<', '>', '\n'] as const;
/** Inside double quotes a backslash only escapes these. */
const escapableInDoubleQuotes = '"\\$`\n';

/**
 * Splits a line into words and operators as bash does: single and double quotes, backslashes, lines continued by a backslash,
 * comments. Variables and substitutions are refused: nothing here could give them a value.
 *
 * @throws ShellError
 */
export function splitLine(line: string): readonly Token[] {
	const tokens: Token[] = [];
	let word: string | undefined;
	let at = 0;
	const endWord = (): void => {
		if (word !== undefined) tokens.push({ type: 'word', text: word });
		word = undefined;
	};
	while (at < line.length) {
		const rest = line.slice(at);
		const char = line[at]!;
		if (rest.startsWith('\\\n')) {
			at += 2;
		} else if (char === '\\') {
			if (rest.length === 1) break;
			word = (word ?? '') + line[at + 1]!;
			at += 2;
		} else if (char === "'") {
			const end = line.indexOf("'", at + 1);
			if (end < 0) throw unterminated("'");
			word = (word ?? '') + line.slice(at + 1, end);
			at = end + 1;
		} else if (char === '"') {
			const quoted = readDoubleQuoted(line, at + 1);
			word = (word ?? '') + quoted.text;
			at = quoted.end;
		} else if (char === '#' && word === undefined) {
			const end = line.indexOf('\n', at);
			at = end < 0 ? line.length : end;
		} else if (char === ' ' || char === '\t' || char === '\r') {
			endWord();
			at += 1;
		} else {
			const operator = operators.find(
				(candidate) => rest.startsWith(candidate) && (candidate[0] !== '2' || word === undefined)
			);
			if (operator === undefined) {
				refuseSubstitution(rest);
				word = (word ?? '') + char;
				at += 1;
			} else {
				endWord();
				tokens.push({ type: 'operator', text: operator === '\n' ? ';' : operator });
				at += operator.length;
			}
		}
	}
	endWord();
	return tokens;
}

function readDoubleQuoted(line: string, start: number): { text: string; end: number } {
	let text = '';
	for (let at = start; at < line.length; at += 1) {
		const char = line[at]!;
		if (char === '"') return { text, end: at + 1 };
		const next = line[at + 1];
		if (char === '\\' && next !== undefined && escapableInDoubleQuotes.includes(next)) {
			if (next !== '\n') text += next;
			at += 1;
		} else {
			refuseSubstitution(line.slice(at));
			text += char;
		}
	}
	throw unterminated('"');
}

function refuseSubstitution(rest: string): void {
	const found = /^(?:\$(?:[A-Za-z_][A-Za-z0-9_]*|\{[^}]*\}?|\()|`)/.exec(rest);
	if (found === null) return;
	throw new ShellError(
		`bash: ${found[0]}: this terminal has no variables and no command substitution`,
		2
	);
}

function unterminated(quote: string): ShellError {
	return new ShellError(`bash: unexpected EOF while looking for matching \`${quote}'`, 2);
}
