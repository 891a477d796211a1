import type { Box } from '../../box.ts';
import type { Ink } from '../../mark.ts';
import { wrapText } from '../../text-width.ts';
import type { View } from '../../view.ts';
import type { AccessChain } from './access-chains.ts';
import { accessMessage } from './access-message.ts';

/** One way to a right: four boxes in a row, joined as far as it holds. */
export function drawAccessChain(view: View, box: Box, chain: AccessChain): void {
	const { pen, locale } = view;
	const { subject, binding, role, rules, allows } = chain;
	const key = `access/chain/${binding}`;
	const ink: Ink = allows ? 'ok' : 'line2';
	const places = columns(box);
	const best = rules.find((rule) => rule.allows) ?? rules[0];
	const miss = best?.misses ? accessMessage(locale, `access.miss.${best.misses}`) : '';
	const texts = [subject, binding, role, best?.text ?? accessMessage(locale, 'access.no-rules')];
	texts.forEach((text, i) => {
		const place = places[i]!;
		const isRule = i === 3;
		const tint = isRule ? (allows ? 'ok-tint' : 'bad-tint') : 'raised';
		pen.rect(`${key}/${i}`, place, {
			fill: tint,
			stroke: isRule && !allows ? 'bad' : ink,
			strokeWidth: allows ? 2 : 1.25,
			radius: 7
		});
		if (i > 0) {
			const before = places[i - 1]!;
			const y = place.y + place.height / 2;
			pen.path(`${key}/to/${i}`, ['M', before.x + before.width, y, 'L', place.x, y], {
				stroke: isRule && !allows ? 'bad' : allows ? 'ok' : 'ink3',
				strokeWidth: allows ? 2.25 : 1.5
			});
		}
		drawLines(
			view,
			`${key}/${i}`,
			place,
			isRule ? ruleLines(view, text, miss, place) : kindAndName(text),
			isRule && !allows
		);
	});
}

/** Nobody has bound this one to anything here. */
export function drawMissingChain(view: View, box: Box, user: string): void {
	const { pen, locale } = view;
	const places = columns(box);
	const texts = [user, accessMessage(locale, 'access.no-binding'), '', ''];
	texts.forEach((text, i) => {
		const place = places[i]!;
		const known = i === 0;
		pen.rect(`access/missing/${i}`, place, {
			...(known && { fill: 'raised' }),
			stroke: 'line2',
			strokeWidth: 1.25,
			radius: 7,
			dashed: !known
		});
		drawLines(view, `access/missing/${i}`, place, [text, ''], false);
	});
}

function columns(box: Box): readonly Box[] {
	const width = box.width / 4;
	return [0, 1, 2, 3].map((i) => ({
		...box,
		x: box.x + width * i,
		width: i === 3 ? width : width - 18
	}));
}

/** What doesn't fit stands under the rule; one that fits may take both lines. */
function ruleLines({ pen }: View, text: string, miss: string, { width }: Box): [string, string] {
	if (miss !== '') return [text, miss];
	const style = { size: pen.typeSize(13), font: 'mono', weight: 600 } as const;
	const [first = '', ...rest] = wrapText(text, width - 14, style);
	return [first, rest.join(' ')];
}

/** `RoleBinding jane-reads` in two lines. */
function kindAndName(text: string): [string, string] {
	const at = text.indexOf(' ');
	return [text.slice(at + 1), text.slice(0, Math.max(0, at))];
}

function drawLines(
	{ pen }: View,
	key: string,
	box: Box,
	[first, second]: readonly string[],
	isBad: boolean
): void {
	const room = box.width - 14;
	const both = second && box.height > pen.typeSize(28);
	const y = box.y + box.height / 2 + pen.typeSize(both ? -2.5 : 4);
	if (first) {
		const style = { size: 13, leastSize: 11, font: 'mono', weight: 600, room } as const;
		pen.text(`${key}/text`, box.x + 8, y, first, { ...style, fill: isBad ? 'bad' : 'ink' });
	}
	if (both) {
		const style = { size: 12, leastSize: 11, fill: isBad ? 'bad' : 'ink2', room } as const;
		pen.text(`${key}/kind`, box.x + 8, y + pen.typeSize(15), second, style);
	}
}
