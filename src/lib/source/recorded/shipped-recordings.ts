import type { RecordedRun, Recording } from './recording.ts';

/** What Kinetes has with it: which run of which story, under which name. */
export const shippedRecordings = {
	'create-pod': { story: 'create-pod', run: 1 },
	/** As the lesson's Pods these wait in a preStop hook. */
	'rolling-update': { story: 'rolling-update-prestop', run: 1 },
	/** The same without the hook. */
	'rolling-update-abrupt': { story: 'rolling-update', run: 1 },
	recreate: { story: 'recreate', run: 1 },
	'node-failure': { story: 'node-failure', run: 1 }
} as const satisfies Readonly<Record<string, { readonly story: string; readonly run: number }>>;

export type ShippedRecording = keyof typeof shippedRecordings;

/** A story begins so long before the change that it is about, ms; what made it possible has happened by then. */
const leadMs = 1500;

/** One run of a recording, without what is known from it anyway. */
export function shippedRun(recording: Recording, number: number): Recording {
	const { story, recorded, description, runs } = recording;
	const { steps, objects, requests, events, cri, traffic, schedulerLog } = runs[number - 1]!;
	const run: RecordedRun = {
		steps,
		objects,
		requests,
		events,
		cri,
		schedulerLog,
		...(traffic && { traffic })
	};
	const change = steps.find(({ run: line = '' }) => line.startsWith('kubectl set image'));
	const startMs = change ? Math.max(0, change.atMs - leadMs) : 0;
	return {
		story,
		recorded,
		description,
		chosen: { run: number, of: runs.length, startMs },
		runs: [run]
	};
}
