import type { Message } from '#lib/trace/event.ts';
import { bottom, type Box, type Point } from './box.ts';
import type { Ink } from './mark.ts';
import { messageInk, messageNames } from './message-text.ts';
import { alongRoute } from './message-route.ts';
import { fitText, textWidth } from './text-width.ts';
import type { View } from './view.ts';

const tints: Readonly<Record<ReturnType<typeof messageInk>, Ink>> = {
	api: 'api-tint',
	watch: 'watch-tint',
	write: 'write-tint',
	cri: 'cri-tint',
	ok: 'ok-tint',
	bad: 'bad-tint'
};
const size = 11;
const padding = 10;

interface Riding {
	/** Messages on the same channel that have no label of their own. */
	readonly others: number;
	readonly points: readonly Point[];
	readonly share: number;
	readonly strength: number;
}

/** The pill with a message's name. It rides along as far as its room allows, and fades on arrival. */
export function drawLabel({ pen }: View, message: Message, room: Box, riding: Riding): void {
	const more = riding.others > 0 ? ` +${riding.others}` : '';
	const style = { size: pen.typeSize(size), font: 'mono', weight: 600 } as const;
	const space = room.width - 2 * padding - textWidth(more, style);
	const names = messageNames(message);
	const name =
		names.find((one) => textWidth(one, style) <= space) ??
		fitText(names[names.length - 1]!, space, style);
	if (name === '' || name.length < 4) return;
	const text = name + more;
	const width = textWidth(text, style) + 2 * padding;
	const height = Math.min(room.height, pen.typeSize(size) + 12);
	const head = alongRoute(riding.points, riding.share);
	// On the node a label has no room to ride: chips are above it, pods below.
	const vertical = room.height > 18 && riding.points[0]!.x === riding.points.at(-1)!.x;
	const slack = Math.max(0, room.height - height);
	const drift = vertical
		? Math.max(-4, Math.min(4, (head.y - (room.y + room.height / 2)) * 0.2))
		: 0;
	const y = Math.min(bottom(room) - height + 3, Math.max(room.y - 3, room.y + slack / 2 + drift));
	const ink = messageInk(message);
	const key = `message/${message.seq}/label`;
	const subject = `message:${message.seq}`;
	const { strength: opacity } = riding;
	const pill = { x: room.x, y, width, height };
	pen.rect(key, pill, {
		fill: tints[ink],
		stroke: ink,
		strokeWidth: 1.25,
		radius: height / 2,
		...(message.inferred !== undefined && { dashed: true }),
		opacity,
		subject
	});
	const baseline = y + height / 2 + pen.typeSize(size) * 0.34;
	pen.text(`${key}/text`, room.x + padding, baseline, text, {
		size,
		font: 'mono',
		weight: 600,
		fill: ink,
		opacity,
		subject
	});
}
