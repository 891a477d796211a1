import {
	ShellSyntaxError,
	type Command,
	type Redirect,
	type SimpleCommand,
	type Word
} from './syntax.ts';
import { tokenize, type Token } from './tokens.ts';

/**
 * Reads a script: lists with `;`, newline, `&`, `&&`, `||`, pipes, `!`, `while`, `until`, `for`, `if`, groups, functions and
 * simple commands with redirections.
 */
export function parseScript(script: string): Command {
	const parser = new Parser(tokenize(script));
	const command = parser.list([]);
	parser.expectEnd();
	return command;
}

class Parser {
	private at = 0;

	constructor(private readonly tokens: readonly Token[]) {}

	list(ends: readonly string[]): Command {
		const commands: Command[] = [];
		this.skipSeparators();
		while (this.at < this.tokens.length && !this.ends(ends)) {
			const command = this.andOr();
			const background = this.operator() === '&';
			commands.push(background ? { type: 'background', command } : command);
			if (background) this.at++;
			if (!this.skipSeparators() && !background) break;
		}
		return commands.length === 1 ? commands[0]! : { type: 'sequence', commands };
	}

	expectEnd(): void {
		if (this.at < this.tokens.length) {
			throw new ShellSyntaxError(`unexpected ${JSON.stringify(this.text())}`);
		}
	}

	private ends(ends: readonly string[]): boolean {
		return ends.includes(this.bare() ?? '') || ends.includes(this.operator() ?? '');
	}

	private andOr(): Command {
		let left = this.pipeline();
		for (;;) {
			const operator = this.operator();
			if (operator !== '&&' && operator !== '||') return left;
			this.at++;
			this.skipNewlines();
			left = { type: operator === '&&' ? 'and' : 'or', left, right: this.pipeline() };
		}
	}

	private pipeline(): Command {
		if (this.bare() === '!') {
			this.at++;
			return { type: 'not', command: this.pipeline() };
		}
		const commands = [this.command()];
		while (this.operator() === '|') {
			this.at++;
			this.skipNewlines();
			commands.push(this.command());
		}
		return commands.length === 1 ? commands[0]! : { type: 'pipe', commands };
	}

	private command(): Command {
		if (this.operator() === '(') return this.group(')', true);
		switch (this.bare()) {
			case '{':
				return this.group('}', false);
			case 'while':
			case 'until':
				return this.redirected(this.loop());
			case 'for':
				return this.redirected(this.forLoop());
			case 'if':
				return this.redirected(this.conditional());
			default:
				return this.isFunction() ? this.function() : this.simple();
		}
	}

	/** A command with redirections behind it. */
	private redirected(body: Command): Command {
		const redirects = this.redirects();
		return redirects.length === 0 ? body : { type: 'group', body, own: false, redirects };
	}

	private group(close: string, own: boolean): Command {
		this.at++;
		const body = this.list([close]);
		this.expect(close);
		return { type: 'group', body, own, redirects: this.redirects() };
	}

	private isFunction(): boolean {
		const [open, close] = this.tokens.slice(this.at + 1, this.at + 3);
		return (
			/^\w+$/.test(this.bare() ?? '') &&
			open?.type === 'operator' &&
			open.text === '(' &&
			close?.type === 'operator' &&
			close.text === ')'
		);
	}

	private function(): Command {
		const name = this.bare()!;
		this.at += 3;
		this.skipNewlines();
		return { type: 'function', name, body: this.command() };
	}

	private loop(): Command {
		const until = this.bare() === 'until';
		this.at++;
		const condition = this.list(['do']);
		this.expect('do');
		const body = this.list(['done']);
		this.expect('done');
		return { type: 'loop', until, condition, body };
	}

	private forLoop(): Command {
		this.at++;
		const name = this.bare() ?? '';
		this.at++;
		this.expect('in');
		const items: Word[] = [];
		for (let token = this.tokens[this.at]; token?.type === 'word'; token = this.tokens[this.at]) {
			items.push(token.word);
			this.at++;
		}
		this.skipSeparators();
		this.expect('do');
		const body = this.list(['done']);
		this.expect('done');
		return { type: 'for', name, items, body };
	}

	private conditional(): Command {
		this.at++;
		const condition = this.list(['then']);
		this.expect('then');
		const then = this.list(['else', 'elif', 'fi']);
		if (this.bare() === 'elif') {
			return { type: 'if', condition, then, otherwise: this.conditional() };
		}
		if (this.bare() === 'else') {
			this.at++;
			const otherwise = this.list(['fi']);
			this.expect('fi');
			return { type: 'if', condition, then, otherwise };
		}
		this.expect('fi');
		return { type: 'if', condition, then };
	}

	private simple(): SimpleCommand {
		const words: Word[] = [];
		const redirects: Redirect[] = [];
		for (;;) {
			const token = this.tokens[this.at];
			const redirect = this.redirect();
			if (redirect !== undefined) redirects.push(redirect);
			else if (token?.type === 'word') {
				words.push(token.word);
				this.at++;
			} else break;
		}
		if (words.length === 0 && redirects.length === 0) {
			throw new ShellSyntaxError(`unexpected ${JSON.stringify(this.text())}`);
		}
		return { type: 'simple', words, redirects };
	}

	private redirects(): Redirect[] {
		const redirects: Redirect[] = [];
		for (let next = this.redirect(); next !== undefined; next = this.redirect()) {
			redirects.push(next);
		}
		return redirects;
	}

	private redirect(): Redirect | undefined {
		const match = /^([012]?)(>>|>&|>|<)$/.exec(this.operator() ?? '');
		if (match === null) return undefined;
		const [, digit, arrow] = match;
		const from = digit === '' ? (arrow === '<' ? 0 : 1) : (Number(digit) as 0 | 1 | 2);
		this.at++;
		const target = this.tokens[this.at];
		if (target?.type !== 'word') throw new ShellSyntaxError('unexpected redirection');
		this.at++;
		const to = arrow === '>&' ? (target.bare === '2' ? 2 : 1) : target.word;
		return { from, appends: arrow === '>>', to };
	}

	private expect(word: string): void {
		if (this.bare() !== word && this.operator() !== word) {
			throw new ShellSyntaxError(`unexpected ${JSON.stringify(this.text())} (expecting "${word}")`);
		}
		this.at++;
	}

	private skipNewlines(): void {
		while (this.operator() === '\n') this.at++;
	}

	/** True if there was one. */
	private skipSeparators(): boolean {
		const before = this.at;
		while ([';', '\n'].includes(this.operator() ?? '')) this.at++;
		return this.at > before;
	}

	private operator(): string | undefined {
		const token = this.tokens[this.at];
		return token?.type === 'operator' ? token.text : undefined;
	}

	private bare(): string | undefined {
		const token = this.tokens[this.at];
		return token?.type === 'word' ? token.bare : undefined;
	}

	private text(): string {
		const token = this.tokens[this.at];
		if (token === undefined) return 'end of file';
		return token.type === 'operator' ? token.text : (token.bare ?? 'word');
	}
}
