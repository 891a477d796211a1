import type { Ink, Mark } from '#lib/scene/mark.ts';

/** An SVG element as data, the same for the DOM and for text. */
export interface MarkElement {
	readonly key: string;
	readonly tag: 'rect' | 'circle' | 'path' | 'text';
	readonly attributes: Readonly<Record<string, string>>;
	readonly text?: string;
}

/** Three decimals at most. */
const number = (value: number) => String(Math.round(value * 1000) / 1000);

function inkClasses(fill: Ink | undefined, stroke: Ink | undefined, dashed?: boolean): string {
	const names = [];
	if (fill && fill !== 'none') names.push(`f-${fill}`);
	if (stroke && stroke !== 'none') names.push(`s-${stroke}`);
	if (dashed) names.push('dashed');
	return names.join(' ');
}

function shared(mark: Mark): Record<string, string> {
	const attributes: Record<string, string> = {};
	if (mark.opacity !== undefined && mark.opacity < 1) attributes.opacity = number(mark.opacity);
	if (mark.subject) attributes['data-subject'] = mark.subject;
	if (mark.type !== 'text' && mark.strokeWidth !== undefined) {
		attributes['stroke-width'] = number(mark.strokeWidth);
	}
	return attributes;
}

/** The element that draws a mark; its hatch, if it has one, is another, see `hatchElement`. */
export function markElement(mark: Mark): MarkElement {
	const attributes = shared(mark);
	const { key } = mark;
	switch (mark.type) {
		case 'rect':
			attributes.class = inkClasses(mark.fill, mark.stroke, mark.dashed);
			attributes.x = number(mark.x);
			attributes.y = number(mark.y);
			attributes.width = number(Math.max(0, mark.width));
			attributes.height = number(Math.max(0, mark.height));
			if (mark.radius) attributes.rx = number(mark.radius);
			return { key, tag: 'rect', attributes };
		case 'circle':
			attributes.class = inkClasses(mark.fill, mark.stroke);
			attributes.cx = number(mark.cx);
			attributes.cy = number(mark.cy);
			attributes.r = number(Math.max(0, mark.r));
			return { key, tag: 'circle', attributes };
		case 'path':
			attributes.class = inkClasses(mark.fill, mark.stroke, mark.dashed);
			attributes.d = mark.d;
			return { key, tag: 'path', attributes };
		case 'text':
			attributes.class = `f-${mark.fill} ${mark.font} w${mark.weight ?? 400} ${mark.anchor ?? 'start'}`;
			attributes.x = number(mark.x);
			attributes.y = number(mark.y);
			attributes['font-size'] = number(mark.size);
			return { key, tag: 'text', attributes, text: mark.text };
	}
}

/** The hatch over a rect that is going away. */
export function hatchElement(mark: Mark): MarkElement | undefined {
	if (mark.type !== 'rect' || !mark.hatch) return undefined;
	const { attributes } = markElement({ ...mark, fill: 'none', stroke: 'none', dashed: false });
	return { key: `${mark.key}~hatch`, tag: 'rect', attributes: { ...attributes, class: 'hatched' } };
}
