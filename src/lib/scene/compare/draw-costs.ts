import { message } from '#lib/i18n/message.ts';
import type { Locale } from '#lib/i18n/locale.ts';
import { rolloutCost, type RolloutCost } from '#lib/trace/rollout-cost.ts';
import { requestsOf } from '#lib/trace/requests.ts';
import { rolloutsOf } from '#lib/trace/rollouts.ts';
import { right, type Box } from '../box.ts';
import { durationText } from '../duration-text.ts';
import type { SideView } from './side-view.ts';

/** One line of the table: what it is called, and what each side has paid. */
interface Line {
	readonly key: 'down' | 'failed' | 'peak' | 'mixed' | 'took';
	/** Of what it speaks: left out where there is none. */
	readonly needs?: 'requests' | 'rollout';
	text(cost: RolloutCost, locale: Locale): string;
	/** Worth being seen at once. */
	isBad?(cost: RolloutCost): boolean;
}

const allLines: readonly Line[] = [
	{
		key: 'down',
		text: ({ downMs }) => durationText(downMs),
		isBad: ({ downMs }) => downMs > 0
	},
	{
		key: 'failed',
		needs: 'requests',
		text: ({ failed, requests }, locale) =>
			message(locale, 'compare.of', { part: failed, all: requests }),
		isBad: ({ failed }) => failed > 0
	},
	{ key: 'peak', text: ({ peakPods }) => String(peakPods) },
	{ key: 'mixed', needs: 'rollout', text: ({ togetherMs }) => durationText(togetherMs) },
	{
		key: 'took',
		needs: 'rollout',
		text: ({ tookMs, complete }, locale) => {
			if (tookMs === null) return '–';
			const time = durationText(tookMs);
			return complete ? time : message(locale, 'compare.soFar', { time });
		}
	}
];

function linesFor(views: readonly SideView[]): readonly Line[] {
	const there = {
		requests: views.some(({ index }) => requestsOf(index.trace).length > 0),
		rollout: views.some(({ index }) => rolloutsOf(index.trace).length > 0)
	};
	return allLines.filter(({ needs }) => !needs || there[needs]);
}

/** What each side has cost so far, side by side. */
export function drawCosts(views: readonly SideView[], box: Box): void {
	const [view] = views;
	if (!view) return;
	const { pen, locale, layout } = view;
	const lines = linesFor(views);
	const column = Math.min(112 * layout.type, (box.width * 0.64) / views.length);
	const step = Math.min(22, (box.height - 12) / (allLines.length + 1));
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
