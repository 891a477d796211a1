import { beatNames, type BeatName } from '#lib/trace/beat-name.ts';
import type { Moment } from '../moment.ts';
import { oneOf } from './one-of.ts';
import { objectName, text, wholeNumber, type Read } from './read.ts';
import { may, must, shape } from './shape.ts';
import { duration } from './duration.ts';

/** No story is longer, ms. */
export const longestStoryMs = 3_600_000;

const beat = oneOf(beatNames);

const which = {
	beat: must(beat),
	pod: may(objectName),
	of: may(objectName),
	image: may(text(200))
};

export const momentShape = shape({ ...which, nth: may(wholeNumber(0, 1000)) });

/** `bound`, or `{beat: bound, pod: default/web, nth: 1}`. */
export const moment: Read<Moment> = orBeat(momentShape);

/** A beat wherever it comes, to be counted. */
export const anyMoment: Read<Omit<Moment, 'nth'>> = orBeat(shape(which));

/** The name of the beat alone says enough, most of the time. */
function orBeat<T>(read: Read<T>): Read<T | { readonly beat: BeatName }> {
	return (value, problems) => {
		if (value.type === 'fields') return read(value, problems);
		const name = beat(value, problems);
		return name && { beat: name };
	};
}

/** What says in which part of the story something holds. */
export const spanParts = {
	from: may(moment),
	afterMs: may(duration(longestStoryMs), 'after'),
	to: may(moment)
};
