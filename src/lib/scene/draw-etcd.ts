import { message } from '#lib/i18n/message.ts';
import type { Write } from '#lib/trace/event.ts';
import { right, type Box } from './box.ts';
import { drawComponent } from './draw-frame.ts';
import { drawInsideEtcd } from './inside-etcd.ts';
import { lastWrites } from './last-writes.ts';
import { opened } from './opened.ts';
import type { View } from './view.ts';

/** etcd: its revision and the keys that it committed last. A commit widens a ring from where the call came in. */
export function drawEtcd(view: View, box: Box): void {
	const { pen, layout, state, clock, index, locale, showEverything } = view;
	const writes = lastWrites(index.trace, state.count, showEverything);
	const last = writes[writes.length - 1];
	const glow = last ? clock.glow(last.atMs, 1500) : 0;
	const subject = 'component:etcd';
	drawComponent(view, 'etcd', box, '2379', { ink: 'write', strength: glow });
	const revision = message(locale, layout.narrow ? 'scene.revision-short' : 'scene.revision', {
		revision: state.revision
	});
	const writing = { size: 13, font: 'mono', weight: 600, anchor: 'end', subject } as const;
	pen.text('etcd/revision', right(box) - 14, box.y + 23, revision, {
		...writing,
		fill: 'write',
		room: box.width - 28 - 44 * layout.type
	});
	const scale = opened(view, box);
	if (scale) drawInsideEtcd(view, box, scale);
	else drawKeys(view, box, writes, glow);
	const link = layout.links.get('etcd')?.points[0];
	if (link && last && glow > 0.4) {
		const spread = (1 - glow) / 0.6;
		pen.circle('etcd/ring', link.x, link.y, 4 + spread * 14, {
			stroke: 'write',
			strokeWidth: 1.75,
			opacity: 1 - spread
		});
	}
}

function drawKeys({ pen, layout }: View, box: Box, writes: readonly Write[], glow: number): void {
	const step = 16 * layout.type;
	const room = box.height - 52 - (layout.type > 1 ? 8 : 0);
	const shown = writes.slice(-Math.max(1, Math.floor(room / step)));
	shown.forEach((write, i) => {
		const y = box.y + box.height - 12 - (shown.length - 1 - i) * step;
		const newest = i === shown.length - 1;
		const strong = newest && glow > 0;
		pen.text(`etcd/key/${write.seq}`, box.x + 14, y, write.object ? write.key : `${write.key} ✕`, {
			size: 11,
			font: 'mono',
			weight: strong ? 600 : 400,
			fill: strong ? 'write' : newest ? 'ink2' : 'ink3',
			room: box.width - 28,
			subject: `object:${write.key}`
		});
	});
}
