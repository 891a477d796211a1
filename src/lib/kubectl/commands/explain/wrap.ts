/**
 * Breaks lines where they become longer than a width, between words, and puts spaces before each of them.
 *
 * Models kubectl pkg/util/term/term_writer.go with pkg/explain/v2/funcs.go.
 */
export function wrapped(text: string, width: number, indent: number): string {
	return text
		.split('\n')
		.flatMap((line) => linesOf(line, width))
		.map((line) => ' '.repeat(indent) + line)
		.join('\n');
}

function linesOf(line: string, width: number): readonly string[] {
	const lines = [''];
	for (const word of line.split(' ')) {
		const last = lines.at(-1)!;
		if (last === '') lines[lines.length - 1] = word;
		else if (last.length + 1 + word.length <= width) lines[lines.length - 1] = `${last} ${word}`;
		else lines.push(word);
	}
	return lines;
}
