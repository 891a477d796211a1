import { bottom, right, type Box } from './box.ts';
import { lastWrites } from './last-writes.ts';
import { insideType } from './opened.ts';
import type { View } from './view.ts';

/** etcd opened: the last commits, each with its revision and key, the newest below. */
export function drawInsideEtcd({ pen, index, state, layout }: View, box: Box, scale: number): void {
	const { size, step } = insideType(scale);
	// Below the port.
	const top = box.y + 27 + 16 * layout.type + size;
	const fits = Math.max(1, Math.floor((bottom(box) - 6 - top) / step) + 1);
	const writes = lastWrites(index.trace, state.count, true).slice(-fits);
	writes.forEach(({ seq, key, object, revision, previous }, i) => {
		const y = bottom(box) - 7 - (writes.length - 1 - i) * step;
		const newest = i === writes.length - 1;
		const style = {
			size,
			font: 'mono',
			fill: newest ? 'write' : 'ink2',
			subject: `object:${key}`
		} as const;
		const what = object === null ? '✕' : previous ? '±' : '+';
		const revisionWidth = size * 5;
		pen.text(`etcd/in/${seq}/revision`, box.x + 14 + revisionWidth, y, String(revision), {
			...style,
			anchor: 'end'
		});
		const x = box.x + 14 + revisionWidth + size;
		pen.text(`etcd/in/${seq}/key`, x, y, `${what} ${key}`, { ...style, room: right(box) - 14 - x });
	});
}
