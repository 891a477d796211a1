import { kubernetesVersion } from '#lib/cluster/api-server/version.ts';
import type { Trace } from '#lib/trace/trace.ts';
import { findCauses } from './causes.ts';
import { RecordingError } from './recording-error.ts';
import type { Recording } from './recording.ts';
import { replay } from './replay.ts';
import { tellCalls } from './tell-calls.ts';
import { tellPrinted, tellTyped } from './tell-commands.ts';
import { tellNews, tellWatches } from './tell-news.ts';
import { tellReplicas } from './tell-replicas.ts';
import { tellRequests } from './tell-requests.ts';
import { tellRollouts } from './tell-rollouts.ts';
import { tellScheduling } from './tell-scheduling.ts';
import { tellTraffic } from './tell-traffic.ts';
import { workOut } from './work-out.ts';

/** What a recording that says no time of day calls its beginning: visibly no real date. */
const epoch = '1970-01-01T00:00:00Z';
/** The recorder's clock told tenths of a ms of requests and calls, whole ms of the rest. */
const precisionMs = 1;
/** After the last thing so much more is shown, ms. */
const afterMs = 200;
/** What the recordings of this format ran on; their README says so. */
const machine = '2 CPU';
/** Of each worker. */
const nodeSize = { cpu: '2', memory: '3610176Ki', pods: 110 } as const;

export interface ImportOptions {
	/** Which run of the story, from 1. */
	readonly run?: number;
	/** What comes before isn't told, ms of the recording. */
	readonly startMs?: number;
}

/**
 * A run of a recording as a trace. Every recorded time is kept; what isn't recorded is put in by rules and says so
 * (`trace/inference.ts`).
 *
 * @throws RecordingError when there is no such run
 */
export function importRecording(
	recording: Recording,
	{ run: number = 1, startMs = recording.chosen?.startMs ?? 0 }: ImportOptions = {}
): Trace {
	const { story, recorded, description, runs, chosen } = recording;
	const run = runs[number - 1];
	if (!run) {
		throw new RecordingError(
			'runs',
			`there is no run ${number}: the story was run ${runs.length} times`
		);
	}
	const telling = workOut(run, Date.parse(epoch));
	tellWatches(telling);
	tellTyped(telling);
	tellRequests(telling);
	tellNews(telling);
	tellCalls(telling);
	tellPrinted(telling);
	findCauses(telling);
	tellScheduling(telling);
	tellRollouts(telling);
	tellReplicas(telling);
	tellTraffic(telling);
	const events = telling.draft.events();
	const endMs = events.reduce(
		(last, event) => Math.max(last, event.kind === 'message' ? event.receivedAtMs : event.atMs),
		0
	);
	return {
		header: {
			format: 'kinetes-trace',
			version: 1,
			kubernetes: /Kubernetes (\d+\.\d+\.\d+)/.exec(recorded)?.[1] ?? kubernetesVersion,
			seed: 0,
			epoch,
			nodes: telling.nodes.map((name) => ({ name, ...nodeSize })),
			startMs,
			endMs: endMs + afterMs,
			input: replay(run, startMs),
			source: {
				type: 'recorded',
				story,
				description,
				software: recorded,
				run: chosen?.run ?? number,
				runs: chosen?.of ?? runs.length,
				date: null,
				machine,
				precisionMs
			}
		},
		events
	};
}
