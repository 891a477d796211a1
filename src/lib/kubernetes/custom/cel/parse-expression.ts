import { CelError, type Expression } from './expression.ts';
import { type Token, tokensOf } from './tokens.ts';

/** How strongly an operator binds. */
const strength: Readonly<Record<string, number>> = {
	'||': 1,
	'&&': 2,
	'==': 3,
	'!=': 3,
	'<': 3,
	'<=': 3,
	'>': 3,
	'>=': 3,
	in: 3,
	'+': 4,
	'-': 4,
	'*': 5,
	'/': 5,
	'%': 5
};

const constants: Readonly<Record<string, unknown>> = { true: true, false: false, null: null };

/** Reads an expression of CEL. Throws CelError for what is none. */
export function parseExpression(text: string): Expression {
	return new Parser(tokensOf(text)).whole();
}

class Parser {
	private at = 0;

	constructor(private readonly tokens: readonly Token[]) {}

	whole(): Expression {
		const expression = this.expression();
		if (this.next.type !== 'end') this.refuse();
		return expression;
	}

	private get next(): Token {
		return this.tokens[this.at]!;
	}

	private expression(): Expression {
		const condition = this.operation(1);
		if (!this.take('?')) return condition;
		const then = this.operation(1);
		this.expect(':');
		return { type: 'call', name: '?:', given: [condition, then, this.expression()] };
	}

	private operation(least: number): Expression {
		let left = this.unary();
		for (;;) {
			const { type, text } = this.next;
			const bound = type === 'sign' || text === 'in' ? strength[text] : undefined;
			if (bound === undefined || bound < least) return left;
			this.at++;
			left = { type: 'call', name: text, given: [left, this.operation(bound + 1)] };
		}
	}

	private unary(): Expression {
		for (const sign of ['!', '-']) {
			if (this.take(sign)) {
				return { type: 'call', name: sign === '-' ? 'negate' : '!', given: [this.unary()] };
			}
		}
		return this.member();
	}

	private member(): Expression {
		let value = this.primary();
		for (;;) {
			if (this.take('.')) {
				const field = this.name();
				value = this.take('(')
					? { type: 'call', name: field, on: value, given: this.list(')') }
					: { type: 'select', of: value, field };
			} else if (this.take('[')) {
				value = { type: 'index', of: value, at: this.expression() };
				this.expect(']');
			} else return value;
		}
	}

	private primary(): Expression {
		const { type, text, value } = this.next;
		if (this.take('(')) {
			const inner = this.expression();
			this.expect(')');
			return inner;
		}
		if (this.take('[')) return { type: 'list', items: this.list(']') };
		if (this.take('{')) return { type: 'map', entries: this.entries() };
		this.at++;
		if (type === 'number' || type === 'text') return { type: 'literal', value };
		if (type !== 'name') this.refuse();
		if (Object.hasOwn(constants, text)) return { type: 'literal', value: constants[text] };
		return this.take('(')
			? { type: 'call', name: text, given: this.list(')') }
			: { type: 'name', name: text };
	}

	private list(end: string): readonly Expression[] {
		const items: Expression[] = [];
		while (!this.take(end)) {
			items.push(this.expression());
			if (!this.take(',') && this.next.text !== end) this.refuse();
		}
		return items;
	}

	private entries(): readonly (readonly [Expression, Expression])[] {
		const entries: (readonly [Expression, Expression])[] = [];
		while (!this.take('}')) {
			const key = this.expression();
			this.expect(':');
			entries.push([key, this.expression()]);
			if (!this.take(',') && this.next.text !== '}') this.refuse();
		}
		return entries;
	}

	private name(): string {
		const { type, text } = this.next;
		if (type !== 'name') this.refuse();
		this.at++;
		return text;
	}

	private take(sign: string): boolean {
		const { type, text } = this.next;
		if (type !== 'sign' || text !== sign) return false;
		this.at++;
		return true;
	}

	private expect(sign: string): void {
		if (!this.take(sign)) this.refuse();
	}

	private refuse(): never {
		throw new CelError(`Syntax error: unexpected '${this.next.text}'`);
	}
}
