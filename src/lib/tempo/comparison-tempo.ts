import type { Trace } from '#lib/trace/trace.ts';
import { piecewise } from './piecewise.ts';
import type { Tempo } from './tempo.ts';

/** Cluster time is looked at in pieces of this length, ms. */
const pieceMs = 50;
/** On the screen, a moment in which something changes takes so many times as long as in the cluster, a quiet one so much less. */
const busyPace = 1.6;
const quietPace = 0.35;
/** Around a change it is busy for so long, ms. */
const aroundMs = 400;
/** A comparison longer than this on the screen is played faster as a whole, ms. */
const longestMs = 90_000;

/** Watched for the changes that a rollout is about. */
const watched = ['/registry/pods/default/', '/registry/replicasets/', '/registry/deployments/'];

/**
 * One tempo for traces that are seen side by side: slow while Pods come, go or change in any of them, fast while all are
 * quiet, and never so uneven that a stream of requests seems to jump.
 */
export function comparisonTempo(traces: readonly Trace[]): Tempo {
	const startMs = Math.min(...traces.map(({ header }) => header.startMs));
	const endMs = Math.max(startMs + 1, ...traces.map(({ header }) => header.endMs));
	const pieces = Math.ceil((endMs - startMs) / pieceMs);
	const busy = new Uint8Array(pieces);
	for (const { events } of traces) {
		for (const event of events) {
			if (event.atMs < startMs || !isChange(event)) continue;
			const from = Math.floor((event.atMs - aroundMs / 4 - startMs) / pieceMs);
			const to = Math.ceil((event.atMs + aroundMs - startMs) / pieceMs);
			busy.fill(1, Math.max(0, from), Math.min(pieces, to));
		}
	}
	const xs = new Float64Array(pieces + 1);
	const ys = new Float64Array(pieces + 1);
	xs[0] = startMs;
	for (let i = 0; i < pieces; i++) {
		xs[i + 1] = Math.min(endMs, startMs + (i + 1) * pieceMs);
		ys[i + 1] = ys[i]! + (xs[i + 1]! - xs[i]!) * (busy[i] === 1 ? busyPace : quietPace);
	}
	const share = Math.min(1, longestMs / ys[pieces]!);
	if (share < 1) for (let i = 0; i <= pieces; i++) ys[i]! *= share;
	return {
		mode: 'even',
		durationMs: ys[pieces]!,
		startMs,
		endMs,
		toScreen: piecewise(xs, ys),
		toCluster: piecewise(ys, xs)
	};
}

function isChange(event: Trace['events'][number]): boolean {
	return event.kind === 'write' && watched.some((prefix) => event.key.startsWith(prefix));
}
