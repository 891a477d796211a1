import type { Pod } from '#lib/kubernetes/pod.ts';
import { bottom, type Box } from '../../box.ts';
import { drawStateShape } from '../../draw-state-shape.ts';
import type { View } from '../../view.ts';
import { insideMessage } from '../inside-message.ts';

const podsPrefix = '/registry/pods/';

/** The Pods that have no node, each with what the API knows of why: where nobody has looked, nothing at all. */
export function drawWaiting(view: View, box: Box): void {
	const { pen, locale, state } = view;
	const waiting = [...state.objects].flatMap(([key, { object }]) => {
		if (!key.startsWith(podsPrefix)) return [];
		const { spec, status } = object as Pod;
		const ended = status?.phase === 'Succeeded' || status?.phase === 'Failed';
		return spec.nodeName === undefined && !ended ? [object as Pod] : [];
	});
	const type = pen.typeSize(1);
	const step = 24 * type;
	const title = insideMessage(locale, waiting.length > 0 ? 'inside.waiting' : 'inside.no-decision');
	pen.text('inside/waiting', box.x, box.y + 14 * type, title, {
		size: 13,
		fill: 'ink2',
		room: box.width
	});
	const fits = Math.max(0, Math.floor((bottom(box) - box.y - 20 * type) / step));
	const nameWidth = Math.min(170 * type, box.width * 0.35);
	waiting.slice(0, fits).forEach(({ metadata, status }, i) => {
		const y = box.y + 20 * type + (i + 0.65) * step;
		const name = `${metadata.namespace}/${metadata.name}`;
		const key = `inside/waits/${name}`;
		const subject = `object:${podsPrefix}${name}`;
		drawStateShape(pen, `${key}/state`, box.x + 7 * type, y - 4 * type, 4.75 * type, 'place');
		const room = nameWidth - 24 * type;
		const named = { size: 13, font: 'mono', weight: 600, fill: 'ink', room, subject } as const;
		pen.text(`${key}/name`, box.x + 20 * type, y, metadata.name ?? '', named);
		const told = status?.conditions?.find(({ type: one }) => one === 'PodScheduled');
		const text = told
			? insideMessage(locale, 'inside.looked', { reason: told.reason ?? '' })
			: insideMessage(locale, 'inside.unlooked');
		pen.text(`${key}/why`, box.x + nameWidth, y, text, {
			size: 13,
			fill: told ? 'bad' : 'ink2',
			room: box.width - nameWidth
		});
	});
}
