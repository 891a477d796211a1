import type { ShippedRecording } from '#lib/source/recorded/shipped-recordings.ts';

/** Recordings that have a page of their own, since no lesson tells their story. */
export const recordedStories = [
	'node-failure',
	'rolling-update-abrupt'
] as const satisfies readonly ShippedRecording[];
