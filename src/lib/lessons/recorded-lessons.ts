import type { ShippedRecording } from '#lib/source/recorded/shipped-recordings.ts';

/** Lessons whose steps were also done on a real cluster, with the recording that tells of it. */
const recordings: Readonly<Record<string, ShippedRecording>> = {
	'create-pod': 'create-pod',
	'rolling-update': 'rolling-update',
	recreate: 'recreate'
};

/** The recording of a lesson's story; undefined where there is none. */
export function recordingOf(lesson: string): ShippedRecording | undefined {
	return recordings[lesson];
}
