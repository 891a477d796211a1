/** The lines of a text, without their ends; a text without a last line end has its last line too. */
export function linesOf(text: string): readonly string[] {
	if (text === '') return [];
	return (text.endsWith('\n') ? text.slice(0, -1) : text).split('\n');
}

/** Lines as a text, each with its end. */
export function textOf(lines: readonly string[]): string {
	return lines.map((line) => `${line}\n`).join('');
}
