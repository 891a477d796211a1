/** Pieces of a label selector. Models apimachinery pkg/labels/selector.go Lexer. */
export type TokenKind =
	| 'identifier'
	| 'in'
	| 'notin'
	| '='
	| '=='
	| '!='
	| '>'
	| '<'
	| '!'
	| '('
	| ')'
	| ','
	| 'error'
	| 'end';

export interface Token {
	readonly kind: TokenKind;
	readonly text: string;
}

const symbols: readonly TokenKind[] = ['==', '!=', '=', '!', '(', ')', ',', '>', '<'];
const piece = /[ \t\r\n]*(?:([^=!(),<> \t\r\n]+)|(==|!=|[=!(),<>]))/y;

/** The tokens of a selector; ends with one of kind `end`. */
export function tokenize(selector: string): readonly Token[] {
	const tokens: Token[] = [];
	piece.lastIndex = 0;
	for (let match = piece.exec(selector); match !== null; match = piece.exec(selector)) {
		const [, word, symbol] = match;
		if (word !== undefined) {
			tokens.push({ kind: word === 'in' || word === 'notin' ? word : 'identifier', text: word });
		} else {
			const kind = symbols.find((known) => known === symbol) ?? 'error';
			tokens.push({ kind, text: symbol ?? '' });
		}
	}
	return [...tokens, { kind: 'end', text: '' }];
}
