import type { Beat } from './beat.ts';
import type { BeatName } from './beat-name.ts';
import type { Told, Topic } from './narration-topic.ts';

/** Beats whose sentence needs nothing but their own values. */
const plain = [
	'written',
	'deployed',
	'resized',
	'paused',
	'resumed',
	'scaled-up',
	'scaled-down',
	'reused',
	'complete',
	'late',
	'conflict',
	'adopted',
	'released',
	'relabelled',
	'marked',
	'orphaned',
	'collected',
	'gone',
	'unready',
	'restarted',
	'backs-off',
	'evicting',
	'pre-stop',
	'manifest',
	'manifest-gone',
	'component-stopped',
	'component-started',
	'cut-off',
	'reconnected',
	'watch-resumed',
	'watch-expired',
	'watch-relisted',
	'probe-passed',
	'reselected',
	'slice',
	'endpoint-ready',
	'endpoint-unready',
	'endpoint-terminating',
	'endpoint-gone',
	'rules',
	'no-rules',
	'asks-name',
	'serving'
] as const satisfies readonly (BeatName & Topic)[];

const plainTopics: ReadonlyMap<BeatName, Topic> = new Map(plain.map((name) => [name, name]));

/** What a beat of controllers, nodes or the network says; null for those that are told with more of their event. */
export function tellBeat({ name, pod, values = {} }: Beat): Told {
	const topic = plainTopics.get(name) ?? topicOf(name, values);
	return topic === null ? null : { topic, values, pod };
}

function topicOf(name: BeatName, values: NonNullable<Beat['values']>): Topic | null {
	switch (name) {
		case 'updated':
			return values.paused === 1 ? 'updated-paused' : 'updated';
		case 'replica-set':
			return values.isKept ? 'replica-set' : 'replica-set-alone';
		case 'service':
			return values.ip === 'None' || values.ip === '' ? 'service-headless' : 'service';
		case 'probe-failed':
			return `probe-failed-${values.probe as 'readiness' | 'liveness' | 'startup'}`;
		case 'failing':
			return `failing-${values.outcome as 'refused' | 'reset' | 'timeout' | 'failed'}`;
		default:
			return null;
	}
}
