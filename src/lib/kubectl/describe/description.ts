import { alignColumns } from '../output/tab-writer.ts';

/** Lines of a description, indented by level, columns parted by tabs. Models kubectl pkg/describe PrefixWriter. */
export class Description {
	#text = '';

	/** One line. */
	line(level: number, text: string): void {
		this.#text += `${'  '.repeat(level)}${text}\n`;
	}

	/** `TITLE:` and `KEY=VALUE` lines, sorted. Models printLabelsMultilineWithIndent. */
	labels(title: string, labels: Readonly<Record<string, string>> | undefined): void {
		const pairs = Object.entries(labels ?? {})
			.sort(([a], [b]) => (a < b ? -1 : 1))
			.map(([key, value]) => `${key}=${value}`);
		this.list(title, pairs);
	}

	/** `TITLE:` and one value a line beneath each other. */
	list(title: string, values: readonly string[]): void {
		const [first = '<none>', ...others] = values;
		this.line(0, `${title}:\t${first}`);
		for (const other of others) this.line(0, `\t${other}`);
	}

	/** The lines with their tabs, as where upstream puts no tab writer behind them. */
	get unaligned(): string {
		return this.#text;
	}

	toString(): string {
		return alignColumns(this.#text, { minWidth: 0, padding: 2 });
	}
}
