import { message } from '#lib/i18n/message.ts';
import type { Locale } from '#lib/i18n/locale.ts';
import { rolloutCost, type RolloutCost } from '#lib/trace/rollout-cost.ts';
import { right, type Box } from '../box.ts';
import { durationText } from '../duration-text.ts';
import type { SideView } from './side-view.ts';

/** One line of the table: what it is called, and what each side has paid. */
interface Line {
	readonly key: 'down' | 'failed' | 'peak' | 'mixed' | 'took';
	text(cost: RolloutCost, locale: Locale): string;
	/** Worth being seen at once. */
	isBad?(cost: RolloutCost): boolean;
}

const lines: readonly Line[] = [
	{
		key: 'down',
		text: ({ downMs }) => durationText(downMs),
		isBad: ({ downMs }) => downMs > 0
	},
	{
		key: 'failed',
		text: ({ failed, requests }, locale) =>
			message(locale, 'compare.of', { part: failed, all: requests }),
		isBad: ({ failed }) => failed > 0
	},
	{ key: 'peak', text: ({ peakPods }) => String(peakPods) },
	{ key: 'mixed', text: ({ mixedMs }) => durationText(mixedMs) },
	{
		key: 'took',
		text: ({ tookMs, complete }, locale) => {
			if (tookMs === null) return '–';
			const time = durationText(tookMs);
			return complete ? time : message(locale, 'compare.soFar', { time });
		}
	}
];

/** What each side has cost so far, side by side. */
export function drawCosts(views: readonly SideView[], box: Box): void {
	const [view] = views;
	if (!view) return;
	const { pen, locale, layout } = view;
	const column = Math.min(112 * layout.type, (box.width * 0.64) / views.length);
	const step = Math.min(22, (box.height - 12) / (lines.length + 1));
	const nameRoom = box.width - 16 - views.length * column;
	views.forEach((each, i) => {
		const end = right(box) - 16 - (views.length - 1 - i) * column;
		const y = box.y + 8 + step * 0.7;
		each.pen.text('cost/title', end, y, each.side.title, {
			size: 12,
			leastSize: 11,
			weight: 600,
			fill: 'ink',
			anchor: 'end',
			room: column - 8
		});
		const cost = rolloutCost(each.index.trace, each.clock.nowMs);
		lines.forEach((line, row) => {
			each.pen.text(`cost/${line.key}`, end, y + (row + 1) * step, line.text(cost, locale), {
				size: 12,
				leastSize: 11,
				font: 'mono',
				weight: 600,
				fill: line.isBad?.(cost) ? 'bad' : 'ink',
				anchor: 'end',
				room: column - 8
			});
		});
	});
	lines.forEach(({ key }, row) => {
		const y = box.y + 8 + step * (row + 1.7);
		pen.text(`cost/${key}/name`, box.x, y, message(locale, `compare.cost.${key}`), {
			size: 12,
			leastSize: 11,
			fill: 'ink2',
			room: nameRoom
		});
	});
}
