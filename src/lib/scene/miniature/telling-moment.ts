import { beatsOf } from '#lib/trace/beats.ts';
import type { Scene } from '../mark.ts';
import type { Tempo } from '#lib/tempo/tempo.ts';
import type { Trace } from '#lib/trace/trace.ts';

/** Screen time after a beat at which what it set going is seen on its way. */
const afterBeatMs = 450;

/** Cluster time at which a story's picture says most of it: of the moments after its beats, the one that shows most. */
export function tellingMoment(
	traces: readonly Trace[],
	tempo: Tempo,
	draw: (clusterMs: number) => Scene
): number {
	const moments = traces
		.flatMap((trace) => beatsOf(trace))
		.map(({ atMs }) => tempo.toCluster(tempo.toScreen(atMs) + afterBeatMs));
	const [best] = [...new Set(moments)]
		.map((atMs) => ({ atMs, worth: worthOf(draw(atMs)) }))
		.sort((a, b) => b.worth - a.worth || a.atMs - b.atMs);
	return best?.atMs ?? tempo.startMs;
}

/** What a shape says: a failure or an end more than a Pod that waits, another version more than one more of the same. */
const worths: Readonly<Record<string, number>> = {
	'pod/path/bad': 15,
	'pod/rect/hatch': 6,
	'pod/path/ok': 6,
	'pod/path/write': 5,
	'pod/path/ink2': 4,
	'belt/path/bad': 6
};
const usualWorth = 3;

function worthOf({ marks }: Scene): number {
	const found = new Set<string>();
	let pods = 0;
	for (const { key, ...mark } of marks) {
		const [, thing] = /(?:^|\/)(pod|message|packet|flying|belt|score)\//.exec(key) ?? [];
		if (thing === undefined) continue;
		if (thing === 'pod') pods += 1;
		const hatch = mark.type === 'rect' && mark.hatch;
		const ink = hatch ? 'hatch' : 'stroke' in mark && mark.stroke ? mark.stroke : mark.fill;
		found.add(`${thing}/${mark.type}/${ink}`);
	}
	const worth = [...found].reduce((sum, each) => sum + (worths[each] ?? usualWorth), 0);
	return worth + Math.min(pods, 12) / 2;
}
