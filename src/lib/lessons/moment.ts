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

/** Where in a trace a moment is; undefined when it never came. */
export function findMoment(trace: Trace, { nth = 0, ...wanted }: Moment): Beat | undefined {
	return momentsOf(trace).filter((beat) => isOne(beat, wanted))[nth];
}

function isOne(found: Beat, { beat, pod, of, image }: Omit<Moment, 'nth'>): boolean {
	if (found.name !== beat || (pod !== undefined && found.pod !== pod)) return false;
	return (of === undefined || found.of === of) && (image === undefined || found.image === image);
}
