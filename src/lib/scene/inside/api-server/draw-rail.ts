import type { View } from '../../view.ts';
import type { CallProgress } from './call-progress.ts';
import { stageNames, writersOnly } from './stage-names.ts';
import type { StageRows } from './stage-rows.ts';

/** The way down through the stages: a stop for each, and the request where it is. */
export function drawRail(
	{ pen }: View,
	x: number,
	{ tops, line }: StageRows,
	{ at, here, refusedAt, reads, done }: CallProgress
): void {
	const stops = stageNames.map((stage) => tops[stage] + line / 2);
	const start = stops[0]! - line * 0.7;
	const y = placeAt([start, ...stops], at);
	pen.path('inside/rail', ['M', x, start, 'L', x, stops.at(-1)!], {
		stroke: 'line2',
		strokeWidth: 2
	});
	const ink = refusedAt ? 'bad' : 'api';
	pen.path('inside/way', ['M', x, start, 'L', x, y], { stroke: ink, strokeWidth: 2.5 });
	stageNames.forEach((stage, i) => {
		const stop = stops[i]!;
		const passed = i + 1 < here || (done && !refusedAt);
		const skipped = reads && writersOnly.has(stage);
		if (refusedAt === stage) return;
		pen.circle(`inside/stop/${stage}`, x, stop, skipped ? 2.5 : 4, {
			fill: passed && !skipped ? 'api' : 'surface',
			stroke: passed && !skipped ? 'api' : 'line2',
			strokeWidth: 1.5
		});
	});
	if (refusedAt) {
		const d = ['M', x - 6, y - 6, 'L', x + 6, y + 6, 'M', x - 6, y + 6, 'L', x + 6, y - 6];
		pen.path('inside/cross', d, { stroke: 'bad', strokeWidth: 3 });
		return;
	}
	if (done) return;
	pen.circle('inside/halo', x, y, 9, { stroke: 'api', strokeWidth: 1.5, opacity: 0.5 });
	pen.circle('inside/packet', x, y, 5.5, { fill: 'api' });
}

function placeAt(stops: readonly number[], at: number): number {
	const low = Math.max(0, Math.min(stops.length - 2, Math.floor(at)));
	return stops[low]! + (stops[low + 1]! - stops[low]!) * Math.min(1, Math.max(0, at - low));
}
