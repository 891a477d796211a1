import { ShellSyntaxError, type Command, type Word } from './syntax.ts';
import { tokenize, type Token } from './tokens.ts';

/** Reads a script: lists with `;`, newline, `&&`, `||`, `!`, `while`, `until`, `for`, `if`, and simple commands. */
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
		while (this.at < this.tokens.length && !ends.includes(this.bare() ?? '')) {
			commands.push(this.andOr());
			if (!this.skipSeparators()) break;
		}
		return commands.length === 1 ? commands[0]! : { type: 'sequence', commands };
	}

	expectEnd(): void {
		if (this.at < this.tokens.length) {
			throw new ShellSyntaxError(`unexpected ${JSON.stringify(this.text())}`);
		}
	}

	private andOr(): Command {
		let left = this.command();
		for (;;) {
			const operator = this.operator();
			if (operator !== '&&' && operator !== '||') return left;
			this.at++;
			this.skipNewlines();
			left = { type: operator === '&&' ? 'and' : 'or', left, right: this.command() };
		}
	}

	private command(): Command {
		switch (this.bare()) {
			case '!':
				this.at++;
				return { type: 'not', command: this.command() };
			case 'while':
			case 'until':
				return this.loop();
			case 'for':
				return this.forLoop();
			case 'if':
				return this.conditional();
			default:
				return this.simple();
		}
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

	private simple(): Command {
		const words: Word[] = [];
		for (;;) {
			const token = this.tokens[this.at];
			if (token === undefined) break;
			if (token.type === 'word') words.push(token.word);
			else if (token.text === '>' || token.text === '>>' || token.text === '<') {
				words.push({ parts: [{ text: token.text, expands: false }] });
			} else if (token.text !== '>&2' && token.text !== '2>&1') break;
			this.at++;
		}
		if (words.length === 0) throw new ShellSyntaxError(`unexpected ${JSON.stringify(this.text())}`);
		return { type: 'simple', words };
	}

	private expect(word: string): void {
		if (this.bare() !== word) {
			throw new ShellSyntaxError(`unexpected ${JSON.stringify(this.text())} (expecting "${word}")`);
		}
		this.at++;
	}

	private skipNewlines(): void {
		while (this.operator() === '\n') this.at++;
	}

	/** True if there was one; `&` ends a command like `;` (jobs run in the foreground here). */
	private skipSeparators(): boolean {
		const before = this.at;
		while ([';', '\n', '&'].includes(this.operator() ?? '')) this.at++;
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
