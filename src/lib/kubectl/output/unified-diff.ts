const contextLines = 3;

/** One line of two texts laid over each other: in both, only in the first, only in the second. */
interface Line {
	readonly mark: ' ' | '-' | '+';
	readonly text: string;
}

/**
 * The pieces of `diff -u` of two texts, without its heads; '' when they are the same.
 */
export function unifiedDiff(from: string, to: string): string {
	const lines = laidOver(linesOf(from), linesOf(to));
	const changed = lines.flatMap(({ mark }, at) => (mark === ' ' ? [] : [at]));
	if (changed.length === 0) return '';
	const pieces: [number, number][] = [];
	for (const at of changed) {
		const start = Math.max(0, at - contextLines);
		const end = Math.min(lines.length, at + contextLines + 1);
		const last = pieces.at(-1);
		if (last !== undefined && start <= last[1]) last[1] = end;
		else pieces.push([start, end]);
	}
	return pieces.map(([start, end]) => pieceText(lines, start, end)).join('');
}

function linesOf(text: string): readonly string[] {
	return text === '' ? [] : text.replace(/\n$/, '').split('\n');
}

function pieceText(lines: readonly Line[], start: number, end: number): string {
	const piece = lines.slice(start, end);
	const range = (mark: '-' | '+'): string => {
		const before = lines.slice(0, start).filter((one) => one.mark === ' ' || one.mark === mark);
		const count = piece.filter((one) => one.mark === ' ' || one.mark === mark).length;
		const first = count === 0 ? before.length : before.length + 1;
		return count === 1 ? `${mark}${first}` : `${mark}${first},${count}`;
	};
	const body = piece.map(({ mark, text }) => `${mark}${text}\n`).join('');
	return `@@ ${range('-')} ${range('+')} @@\n${body}`;
}

/** Keeps as many lines as can be kept; of a change what goes stands first. */
function laidOver(from: readonly string[], to: readonly string[]): readonly Line[] {
	let head = 0;
	while (head < from.length && head < to.length && from[head] === to[head]) head += 1;
	let tail = 0;
	const most = Math.min(from.length, to.length) - head;
	while (tail < most && from[from.length - 1 - tail] === to[to.length - 1 - tail]) tail += 1;
	const [a, b] = [from.slice(head, from.length - tail), to.slice(head, to.length - tail)];
	const same = (text: string): Line => ({ mark: ' ', text });
	return [
		...from.slice(0, head).map(same),
		...middle(a, b),
		...from.slice(from.length - tail).map(same)
	];
}

function middle(a: readonly string[], b: readonly string[]): readonly Line[] {
	const longest = a.map(() => new Uint32Array(b.length + 1));
	longest.push(new Uint32Array(b.length + 1));
	for (let i = a.length - 1; i >= 0; i -= 1) {
		for (let j = b.length - 1; j >= 0; j -= 1) {
			longest[i]![j] =
				a[i] === b[j]
					? longest[i + 1]![j + 1]! + 1
					: Math.max(longest[i + 1]![j]!, longest[i]![j + 1]!);
		}
	}
	const lines: Line[] = [];
	let [i, j] = [0, 0];
	while (i < a.length || j < b.length) {
		if (i < a.length && j < b.length && a[i] === b[j]) {
			lines.push({ mark: ' ', text: a[i]! });
			i += 1;
			j += 1;
		} else if (j >= b.length || (i < a.length && longest[i + 1]![j]! >= longest[i]![j + 1]!)) {
			lines.push({ mark: '-', text: a[i]! });
			i += 1;
		} else {
			lines.push({ mark: '+', text: b[j]! });
			j += 1;
		}
	}
	return lines;
}
