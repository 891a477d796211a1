import { endedCount, isServed, requestsOf } from '#lib/trace/requests.ts';
import type { Box } from '../box.ts';
import { versionInk } from '../version-ink.ts';
import type { ChartScales } from './draw-chart.ts';
import type { SideView } from './side-view.ts';
import { versionOfAnswer } from '../traffic/version-of-answer.ts';

const bucketWidth = 7;
const versions = 5;

/** How many requests each version answered, upwards, and how many failed, downwards; a piece of time is a bar. */
export function drawRequestBars(view: SideView, row: Box, scales: ChartScales): void {
	const { pen, index, clock, side } = view;
	const requests = requestsOf(index.trace);
	if (requests.length === 0) return;
	pen.text('bars/name', row.x + 16, row.y + row.height - 2, side.title, {
		size: 11,
		fill: 'ink2',
		room: row.width - 24
	});
	const buckets = new Map<number, number[]>();
	for (let i = 0; i < endedCount(requests, clock.nowMs); i++) {
		const request = requests[i]!;
		const bucket = Math.floor((scales.x(request.endedAtMs) - scales.left) / bucketWidth);
		let counts = buckets.get(bucket);
		if (!counts) buckets.set(bucket, (counts = [0, 0, 0, 0, 0, 0]));
		const kind = isServed(request) ? 1 + versionOfAnswer(index.trace, request) : 0;
		counts[kind]! += 1;
	}
	const baseline = row.y + row.height * 0.62;
	const paths: (string | number)[][] = Array.from({ length: versions }, () => []);
	const failed: (string | number)[] = [];
	// A bar shows shares: how many requests fall on it depends on how fast the clock runs there.
	for (const [bucket, [lost = 0, ...served]] of buckets) {
		const all = served.reduce((sum, count) => sum + count, lost);
		const up = (row.height * 0.62) / all;
		const down = (row.height * 0.38) / all;
		const x = scales.left + bucket * bucketWidth + 1;
		let y = baseline;
		served.forEach((count, kind) => {
			if (count === 0) return;
			y -= count * up;
			paths[kind]!.push('M', x, y, ...bar(x, y, bucketWidth - 2, count * up));
		});
		if (lost > 0) {
			failed.push('M', x, baseline, ...bar(x, baseline, bucketWidth - 2, Math.max(2, lost * down)));
		}
	}
	paths.forEach((path, kind) => {
		if (path.length > 0) pen.path(`bars/served/${kind}`, path, { fill: versionInk(kind, 'ok') });
	});
	if (failed.length > 0) pen.path('bars/failed', failed, { fill: 'bad' });
}

function bar(x: number, y: number, width: number, height: number): (string | number)[] {
	return ['L', x + width, y, 'L', x + width, y + height, 'L', x, y + height, 'Z'];
}
