import { bottom, right, type Box } from './box.ts';
import { message } from '#lib/i18n/message.ts';
import type { View } from './view.ts';

/** Ground and the outlines that never change. */
export function drawFrame({ pen, layout, locale }: View): void {
	const { group, type } = layout;
	pen.rect('control-plane', group, {
		fill: 'raised',
		stroke: 'line',
		strokeWidth: 1.25,
		radius: 12
	});
	const x = group.x + 18;
	const y = group.y + 23;
	pen.text('control-plane/name', x, y, 'control-plane', { size: 15, weight: 600, fill: 'ink' });
	const room = right(group) - x - 130 * type;
	const formerly = message(locale, 'scene.formerly-master');
	pen.text('control-plane/formerly', x + 114 * type, y, formerly, {
		size: 11.5,
		fill: 'ink3',
		room
	});
}

/** The way between a component and the bar, dashed in the colour of watches while it holds one. */
export function drawLinks(
	{ pen, layout, state }: View,
	watching: ReadonlyMap<string, unknown>
): void {
	for (const [place, { points }] of layout.links) {
		const d = points.flatMap(({ x, y }, i) => [i === 0 ? 'M' : 'L', x, y]);
		pen.path(`link/${place}`, d, { stroke: 'line2', strokeWidth: 2 });
		// Among many workers the dashes of one would lie on those of another.
		if (watching.has(place) && (points.length === 2 || layout.narrow) && state.count > 0) {
			pen.path(`watching/${place}`, d, {
				stroke: 'watch',
				strokeWidth: 1.5,
				dashed: true,
				opacity: 0.75
			});
		}
	}
}

/** A component's box: quiet as long as it does nothing, outlined in a colour while it does. */
export function drawComponent(
	{ pen, layout }: View,
	component: string,
	box: Box,
	port: string,
	active: { readonly ink: 'api' | 'write' | 'watch'; readonly strength: number }
): void {
	const subject = `component:${component}`;
	pen.rect(component, box, {
		fill: 'surface',
		stroke: 'line2',
		strokeWidth: 1.25,
		radius: 8,
		subject
	});
	if (active.strength > 0) {
		const opacity = Math.min(1, active.strength * 2);
		pen.rect(`${component}/active`, box, {
			stroke: active.ink,
			strokeWidth: 2.25,
			radius: 8,
			opacity,
			subject
		});
	}
	const size = layout.narrow ? 13 : 15;
	const name = {
		size,
		leastSize: 11,
		weight: 600,
		fill: 'ink',
		room: box.width - 24,
		subject
	} as const;
	pen.text(
		`${component}/name`,
		box.x + 14,
		box.y + 8 + 15 * Math.min(1.15, layout.type),
		component,
		name
	);
	const portY = box.y + 24 + 16 * layout.type;
	if (portY < bottom(box) - 30) {
		pen.text(`${component}/port`, box.x + 14, portY, port, {
			size: 11.5,
			font: 'mono',
			fill: 'ink3',
			subject
		});
	}
}
