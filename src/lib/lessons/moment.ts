import type { Beat } from '#lib/trace/beat.ts';
import type { BeatName } from '#lib/trace/beat-name.ts';
import { momentsOf } from '#lib/trace/moments.ts';
import type { Trace } from '#lib/trace/trace.ts';

/** The n-th (from 0) beat of that name, of that Pod, owner and image if they are named. */
export interface Moment {
	readonly beat: BeatName;
	/** `namespace/name`. */
	readonly pod?: string;
	/** `namespace/name` of what it belongs to, see `Beat.of`. */
	readonly of?: string;
	/** As in the manifest: `web:v2`. */
	readonly image?: string;
	readonly nth?: number;
}

/** A part of a recording; without an end to the recording's. */
export interface Span {
	readonly from?: Moment;
	/** Begins so long after `from`, ms. */
	readonly afterMs?: number;
	readonly to?: Moment;
}

/** Where in a trace a moment is; undefined when it never came. */
export function findMoment(trace: Trace, { nth = 0, ...wanted }: Moment): Beat | undefined {
	return momentsOf(trace).filter((beat) => isMoment(beat, wanted))[nth];
}

/** Whether a beat is of this name, Pod, owner and image. */
export function isMoment(found: Beat, { beat, pod, of, image }: Omit<Moment, 'nth'>): boolean {
	if (found.name !== beat || (pod !== undefined && found.pod !== pod)) return false;
	return (of === undefined || found.of === of) && (image === undefined || found.image === image);
}

/** Cluster time of a span; a moment that never came leaves nothing of it. */
export function spanOf(
	trace: Trace,
	{ from, afterMs = 0, to }: Span
): { fromMs: number; toMs: number } {
	return {
		fromMs: from ? (findMoment(trace, from)?.atMs ?? Infinity) + afterMs : trace.header.startMs,
		toMs: to ? (findMoment(trace, to)?.atMs ?? -Infinity) : trace.header.endMs
	};
}

/** For whoever reads a failing test. */
export function momentName({ beat, pod, of, image, nth = 0 }: Moment): string {
	const about = [pod, of, image].filter((each) => each !== undefined).join(' ');
	return `${beat}${about ? ` of ${about}` : ''} #${nth}`;
}
