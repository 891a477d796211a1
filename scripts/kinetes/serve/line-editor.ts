/** What a key press comes to: what the terminal shows, and what is done. */
interface Keyed {
	readonly shown: string;
	/** A line that was finished. */
	readonly line?: string;
	/** Ctrl-C, or Ctrl-D on an empty line. */
	readonly signal?: 'interrupt' | 'end';
}

/** The keys that were pressed, from what a terminal sends. */
export function keysIn(text: string): readonly string[] {
	return text.match(/\x1b\[[0-9;]*[A-Za-z~]|\x1bO.|[^]/gu) ?? [];
}

/** Lines that the arrow keys bring back. */
const mostRemembered = 200;

/**
 * The line discipline of a terminal, as far as a shell needs it: keys come one by one, are shown, taken back, and become a line.
 * Up and down bring back lines that were typed before.
 */
export class LineEditor {
	private line = '';
	private readonly typed: string[] = [];
	private place = 0;

	press(key: string): Keyed {
		switch (key) {
			case '\r':
			case '\n':
				return this.finish();
			case '\x03':
				this.line = '';
				return { shown: '^C\r\n', signal: 'interrupt' };
			case '\x04':
				return this.line === '' ? { shown: '', signal: 'end' } : { shown: '' };
			case '\x7f':
			case '\b': {
				if (this.line === '') return { shown: '' };
				this.line = [...this.line].slice(0, -1).join('');
				return { shown: '\b \b' };
			}
			case '\x15':
				return this.replaceBy('');
			case '\x1b[A':
			case '\x1bOA':
				return this.recall(-1);
			case '\x1b[B':
			case '\x1bOB':
				return this.recall(1);
			default:
				if (key.startsWith('\x1b') || (key < ' ' && key !== '\t')) return { shown: '' };
				this.line += key;
				return { shown: key };
		}
	}

	private finish(): Keyed {
		const { line } = this;
		this.line = '';
		if (line.trim() !== '' && line !== this.typed.at(-1)) this.typed.push(line);
		if (this.typed.length > mostRemembered) this.typed.shift();
		this.place = this.typed.length;
		return { shown: '\r\n', line };
	}

	private recall(step: number): Keyed {
		const place = Math.min(Math.max(this.place + step, 0), this.typed.length);
		if (place === this.place) return { shown: '' };
		this.place = place;
		return this.replaceBy(this.typed[place] ?? '');
	}

	private replaceBy(line: string): Keyed {
		const shown = '\b \b'.repeat([...this.line].length) + line;
		this.line = line;
		return { shown };
	}
}
