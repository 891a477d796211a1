import type { SchedulingDecision } from '#lib/trace/event.ts';
import { bottom, type Box } from '../../box.ts';
import { textWidth, wrapText } from '../../text-width.ts';
import type { View } from '../../view.ts';
import { insideMessage } from '../inside-message.ts';

const mostLines = 3;

/** The last lines: the sum that won, or the scheduler's own message. Returns where they begin. */
export function drawOutcome({ pen, locale }: View, box: Box, decision: SchedulingDecision): number {
	const type = pen.typeSize(1);
	const refused = decision.winner === null;
	const text = refused ? (decision.message ?? '') : sumOf(decision, locale);
	const font = refused ? 'mono' : 'sans';
	const style = { size: 12 * type, font, weight: 500 } as const;
	const lines = textWidth(text, style) > box.width ? wrapText(text, box.width, style) : [text];
	const shown = lines.slice(0, mostLines);
	const step = 16 * type;
	shown.forEach((line, i) => {
		const y = bottom(box) - 3 - (shown.length - 1 - i) * step;
		pen.text(`inside/outcome/${i}`, box.x, y, line, {
			size: 12,
			font,
			weight: 500,
			fill: refused ? 'bad' : 'ink',
			room: box.width
		});
	});
	return bottom(box) - shown.length * step - 3;
}

/** The arithmetic of the winner; a plugin that gave it nothing adds nothing. */
function sumOf({ nodes, winner, tied }: SchedulingDecision, locale: View['locale']): string {
	const best = nodes.find(({ node }) => node === winner);
	if (!best?.scores || winner === null) return insideMessage(locale, 'inside.only-one');
	const given = Object.values(best.scores).filter((score) => score !== 0);
	const sum = given.length > 0 ? given.join(' + ') : '0';
	const says = insideMessage(locale, 'inside.wins', { node: winner, sum, total: best.total ?? 0 });
	return tied > 1 ? `${says} ${insideMessage(locale, 'inside.tie', { count: tied })}` : says;
}
