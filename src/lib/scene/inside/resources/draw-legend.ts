import { textWidth } from '../../text-width.ts';
import type { View } from '../../view.ts';
import { resourcesMessage } from './resources-message.ts';

const sample = 18;

/** What field, bar and line say, each with a sample of it. */
export function drawLegend({ pen, locale }: View, left: number, base: number): void {
	const type = pen.typeSize(1);
	const middle = base - 4 * type;
	let x = left;
	for (const name of ['asked', 'used', 'limit'] as const) {
		const key = `inside/legend/${name}`;
		const length = name === 'limit' ? 3 : sample * type;
		if (name === 'asked') {
			const field = { x, y: middle - 6 * type, width: length, height: 12 * type };
			pen.rect(key, field, { fill: 'api-tint', stroke: 'api', strokeWidth: 1.25, radius: 2 });
		} else if (name === 'used') {
			const bar = { x, y: middle - 2.5 * type, width: length, height: 5 * type };
			pen.rect(key, bar, { fill: 'ok', radius: 1.5 });
		} else {
			const line = ['M', x + 1, middle - 9 * type, 'L', x + 1, middle + 9 * type];
			pen.path(key, line, { stroke: 'ink', strokeWidth: 2 });
		}
		const text = resourcesMessage(locale, `resources.${name}`);
		pen.text(`${key}/text`, x + length + 5, base, text, { size: 12, fill: 'ink2' });
		x += length + 5 + textWidth(text, { size: 12 * type, font: 'sans' }) + 14;
	}
}
