import { message } from '#lib/i18n/message.ts';
import { bottom, right, type Box } from './box.ts';
import { objectFields } from './object-fields.ts';
import { focused } from './focused.ts';
import { textWidth } from './text-width.ts';
import type { View } from './view.ts';

const rowHeight = 22;

/** The object under discussion as the API has it, with what its last write changed. */
export function drawObjectCard(view: View, box: Box): void {
	const { pen, layout, locale, clock } = view;
	const object = focused(view);
	const subject = object ? `object:${object.key}` : undefined;
	pen.rect('card', box, {
		fill: 'surface',
		stroke: 'line',
		strokeWidth: 1.25,
		radius: 12,
		subject
	});
	const [left, end] = [box.x + 16, right(box) - 16];
	if (!object) {
		const text = message(locale, 'scene.no-object');
		pen.text('card/none', left, box.y + 25, text, {
			size: 12.5,
			fill: 'ink3',
			room: box.width - 32
		});
		return;
	}
	const revision = message(locale, 'scene.revision-short', { revision: object.revision });
	const revisionRoom = 74 * layout.type;
	pen.text('card/name', left, box.y + 25, `${object.object.kind} ${object.object.metadata.name}`, {
		size: 15,
		leastSize: 12,
		weight: 600,
		fill: 'ink',
		room: end - left - revisionRoom,
		subject
	});
	pen.text(
		'card/revision',
		end,
		box.y + 25,
		object.gone ? message(locale, 'scene.gone') : revision,
		{
			size: 12,
			font: 'mono',
			fill: object.gone ? 'bad' : 'ink3',
			anchor: 'end',
			room: revisionRoom - 6,
			subject
		}
	);
	const fields = objectFields(object.object, object.previous);
	const room = bottom(box) - 34 - (box.y + 36);
	const fits = Math.max(1, Math.min(8, Math.floor(room / (15 * layout.type))));
	const shown = fields.slice(0, fits);
	const step = Math.min(rowHeight * 1.2, room / Math.max(1, shown.length));
	const fresh = clock.glow(object.atMs, 900);
	shown.forEach((field, i) => {
		const y = box.y + 36 + (i + 0.5) * step + 4.5;
		const changed = field.before !== undefined;
		const strong = changed || field.value !== '–';
		if (changed && fresh > 0) {
			const row = { x: left - 6, y: y - step / 2 - 4.5, width: end - left + 12, height: step };
			pen.rect(`card/fresh/${field.name}`, row, { fill: 'write-tint', radius: 4, opacity: fresh });
		}
		const labelStyle = { size: pen.typeSize(12), font: 'sans' } as const;
		const valueStyle = { size: labelStyle.size, font: 'mono', weight: strong ? 600 : 400 } as const;
		const labelWidth = Math.ceil(textWidth(field.name, labelStyle));
		const all = changed
			? [`${field.before} → ${field.value}`, `→ ${field.value}`, field.value]
			: [field.value];
		const whole = all.find((one) => labelWidth + 6 + textWidth(one, valueStyle) <= end - left);
		const value = whole ?? field.value;
		const labelRoom = whole ? labelWidth : Math.min((end - left) * 0.6, labelWidth);
		pen.text(`card/field/${field.name}`, left, y, field.name, {
			size: 12,
			fill: 'ink2',
			room: labelRoom
		});
		pen.text(`card/value/${field.name}`, end, y, value, {
			size: 12,
			font: 'mono',
			weight: strong ? 600 : 400,
			fill: changed ? 'write' : strong ? 'ink' : 'ink3',
			anchor: 'end',
			room: end - left - labelRoom - 6
		});
	});
	drawActions(view, box, object.key, object.seq);
}

function drawActions({ pen, locale }: View, box: Box, key: string, seq: number): void {
	const y = bottom(box) - 30;
	const [left, end] = [box.x + 16, right(box) - 16];
	const room = (end - left) / 2 - 4;
	pen.path('card/rule', ['M', left, y, 'L', end, y], { stroke: 'line', strokeWidth: 1.25 });
	const why = message(locale, 'scene.why');
	pen.text('card/why', left, y + 19, why, {
		size: 12.5,
		weight: 600,
		fill: 'api',
		room,
		subject: `why:${seq}`
	});
	const more = message(locale, 'scene.yaml-chart');
	pen.text('card/more', end, y + 19, more, {
		size: 12.5,
		fill: 'ink2',
		anchor: 'end',
		room,
		subject: `object:${key}`
	});
}
