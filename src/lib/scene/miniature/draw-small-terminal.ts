import { right } from '../box.ts';
import type { View } from '../view.ts';

const lineHeight = 11;
/** Width of a character, where a line is only as long as it is. */
const advance = 2.6;

/** The person's terminal: a stroke for each of its last lines, what was typed brighter than what was printed. */
export function drawSmallTerminal({ pen, layout, state }: View): void {
	const { terminal: box } = layout;
	if (!box) return;
	pen.rect('terminal', box, { fill: 'terminal', radius: 8 });
	const left = box.x + 10;
	const most = Math.floor((box.height - 22) / lineHeight);
	const lines = state.terminal
		.filter(({ stream }) => stream !== 'exit')
		.flatMap(({ stream, text, seq }) =>
			text
				.trimEnd()
				.split('\n')
				.map((line, i) => ({ key: `${seq}/${i}`, typed: stream === 'input', line }))
		)
		.slice(-most);
	lines.forEach(({ key, typed, line }, i) => {
		const y = box.y + 14 + i * lineHeight;
		const end = Math.min(right(box) - 10, left + Math.max(6, line.length * advance));
		pen.path(`terminal/${key}`, ['M', left, y, 'L', end, y], {
			stroke: typed ? 'terminal-ink' : 'terminal-ink2',
			strokeWidth: typed ? 3.5 : 2.5
		});
	});
	const y = box.y + 14 + lines.length * lineHeight;
	pen.rect('terminal/cursor', { x: left, y: y - 4, width: 5, height: 8 }, { fill: 'terminal-ink' });
}
