import { message } from '#lib/i18n/message.ts';
import { placeOf } from './layout.ts';
import type { View } from './view.ts';
import type { TextStyle } from './text-width.ts';
import { textWidth } from './text-width.ts';

/** Beside each way to the bar: what its owner watches there. It gives way to a message that needs the room. */
export function drawWatches(
	{ pen, layout, messages, locale }: View,
	watched: ReadonlyMap<string, readonly string[]>
): void {
	const busy = new Set(messages.flatMap(({ from, to }) => [placeOf(from), placeOf(to)]));
	const style = { size: pen.typeSize(11), font: 'mono' } as const;
	for (const [place, { label }] of layout.links) {
		const resources = watched.get(place) ?? [];
		if (!label || label.width < 60 || busy.has(place) || resources.length === 0) continue;
		const sentence = (what: string) => message(locale, 'scene.watches', { what });
		const text = sentence(asManyAsFit(resources, label.width, style, sentence));
		pen.text(`watches/${place}`, label.x, label.y + label.height / 2 + 4, text, {
			size: 11,
			font: 'mono',
			fill: 'watch',
			room: label.width
		});
	}
}

/** `pods, nodes +3` */
function asManyAsFit(
	resources: readonly string[],
	room: number,
	style: TextStyle,
	sentence: (what: string) => string
): string {
	for (let count = resources.length; count > 1; count--) {
		const rest = resources.length - count;
		const what = resources.slice(0, count).join(', ') + (rest > 0 ? ` +${rest}` : '');
		if (textWidth(sentence(what), style) <= room) return what;
	}
	const rest = resources.length - 1;
	return (resources[0] ?? '') + (rest > 0 ? ` +${rest}` : '');
}
