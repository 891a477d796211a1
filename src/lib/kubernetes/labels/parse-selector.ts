import { type Token, type TokenKind, tokenize } from './lexer.ts';
import {
	checkLabelKey,
	type LabelOperator,
	newRequirement,
	type Requirement
} from './requirement.ts';

const operators: Partial<Record<TokenKind, LabelOperator>> = {
	in: 'in',
	notin: 'notin',
	'=': '=',
	'==': '==',
	'!=': '!=',
	'>': 'gt',
	'<': 'lt'
};

/**
 * Reads a label selector, e.g. `app=web,tier in (front,back),!canary`. The requirements come sorted by key.
 *
 * Models apimachinery pkg/labels/selector.go Parser.
 *
 * @throws Error with upstream's text
 */
export function parseSelector(text: string): readonly Requirement[] {
	const requirements = new SelectorParser(tokenize(text)).parse();
	return requirements.sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0));
}

class SelectorParser {
	private position = 0;

	constructor(private readonly tokens: readonly Token[]) {}

	parse(): Requirement[] {
		const requirements: Requirement[] = [];
		for (;;) {
			const next = this.peek();
			if (next.kind === 'end') return requirements;
			if (next.kind !== 'identifier' && next.kind !== '!') {
				throw new Error(`found '${next.text}', expected: !, identifier, or 'end of string'`);
			}
			requirements.push(this.checkedRequirement());
			const after = this.take();
			if (after.kind === 'end') return requirements;
			if (after.kind !== ',') {
				throw new Error(`found '${after.text}', expected: ',' or 'end of string'`);
			}
			const following = this.peek();
			if (following.kind !== 'identifier' && following.kind !== '!') {
				throw new Error(`found '${following.text}', expected: identifier after ','`);
			}
		}
	}

	/** In the place of a key or a value the words `in` and `notin` are ordinary names. */
	private peek(asOperator = false): Token {
		const token = this.tokens[this.position] ?? { kind: 'end', text: '' };
		const isWord = token.kind === 'in' || token.kind === 'notin';
		return isWord && !asOperator ? { kind: 'identifier', text: token.text } : token;
	}

	private take(asOperator = false): Token {
		const token = this.peek(asOperator);
		this.position += 1;
		return token;
	}

	private checkedRequirement(): Requirement {
		try {
			return this.requirement();
		} catch (error) {
			const reason = error instanceof Error ? error.message : String(error);
			throw new Error(`unable to parse requirement: ${reason}`, { cause: error });
		}
	}

	private requirement(): Requirement {
		const negated = this.peek().kind === '!';
		if (negated) this.take();
		const key = this.take();
		if (key.kind !== 'identifier') throw new Error(`found '${key.text}', expected: identifier`);
		checkLabelKey(key.text);
		if (negated) return newRequirement(key.text, '!', []);
		const next = this.peek().kind;
		if (next === 'end' || next === ',') return newRequirement(key.text, 'exists', []);
		const token = this.take(true);
		const operator = operators[token.kind];
		if (operator === undefined) {
			throw new Error(`found '${token.text}', expected: in, notin, =, ==, !=, gt, lt`);
		}
		const isSet = operator === 'in' || operator === 'notin';
		return newRequirement(key.text, operator, isSet ? this.valueSet() : [this.exactValue()]);
	}

	private exactValue(): string {
		const next = this.peek();
		if (next.kind === 'end' || next.kind === ',') return '';
		const token = this.take();
		if (token.kind !== 'identifier') {
			throw new Error(`found '${token.text}', expected: identifier`);
		}
		return token.text;
	}

	private valueSet(): string[] {
		const open = this.take();
		if (open.kind !== '(') throw new Error(`found '${open.text}' expected: '('`);
		const first = this.peek();
		if (first.kind === ')') {
			this.take();
			return [''];
		}
		if (first.kind !== 'identifier' && first.kind !== ',') {
			throw new Error(`found '${first.text}', expected: ',', ')' or identifier`);
		}
		const values = this.valueList();
		this.take();
		return values;
	}

	/** Stops before the closing parenthesis. An empty place between commas is the empty value. */
	private valueList(): string[] {
		const values: string[] = [];
		for (;;) {
			const token = this.take();
			const next = this.peek();
			if (token.kind === 'identifier') {
				values.push(token.text);
				if (next.kind === ')') return values;
				if (next.kind !== ',') throw new Error(`found '${next.text}', expected: ',' or ')'`);
			} else if (token.kind === ',') {
				if (values.length === 0) values.push('');
				if (next.kind === ')') return [...values, ''];
				if (next.kind === ',') values.push('');
			} else {
				throw new Error(`found '${token.text}', expected: ',', or identifier`);
			}
		}
	}
}
