/** A file that isn't a recording which can be played: says what is wrong, and where in it. */
export class RecordingError extends Error {
	/** e.g. `runs[0].requests[3].atMs`; empty: the file as a whole. */
	readonly place: string;

	constructor(place: string, problem: string) {
		super(place === '' ? problem : `${place}: ${problem}`);
		this.name = 'RecordingError';
		this.place = place;
	}
}
