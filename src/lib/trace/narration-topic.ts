import type { Seq } from './event.ts';

/** What can be told of an event. Messages `caption.<topic>` say it in words. */
export type Topic =
	| 'typed'
	| 'asks-create'
	| 'asks-delete'
	| 'asks-change'
	| 'asks-read'
	| 'asks-watch'
	| 'authenticates'
	| 'authorizes'
	| 'mutates'
	| 'validates'
	| 'stores'
	| 'refused'
	| 'stored'
	| 'answered'
	| 'announced'
	| 'filters'
	| 'scores'
	| 'no-node'
	| 'binds'
	| 'bound'
	| 'kubelet-sees'
	| 'kubelet-reports'
	| 'reported'
	| 'changed'
	| 'makes-sandbox'
	| 'asks-network'
	| 'sandbox-ready'
	| 'pulls'
	| 'pull-fails'
	| 'pulled'
	| 'creates-container'
	| 'starts-container'
	| 'container-runs'
	| 'ready'
	| 'told'
	| 'deletion-marked'
	| 'stops-container'
	| 'sigterm'
	| 'sigkill'
	| 'exited'
	| 'ended'
	| 'removes'
	| 'removed'
	| 'not-there'
	| 'manifest'
	| 'mirrored'
	| 'manifest-gone'
	| 'component-stopped'
	| 'component-started'
	| 'cut-off'
	| 'reconnected'
	| 'watch-resumed'
	| 'watch-expired'
	| 'watch-relisted'
	| 'written'
	| ControllerTopic
	| NetworkTopic;

type ControllerTopic =
	| 'deployed'
	| 'updated'
	| 'updated-paused'
	| 'resized'
	| 'paused'
	| 'resumed'
	| 'decides-new'
	| 'replica-set'
	| 'replica-set-alone'
	| 'decides-up'
	| 'decides-down'
	| 'decides-clean'
	| 'decides-size'
	| 'recreates-down'
	| 'recreates-up'
	| 'waits'
	| 'waits-old'
	| 'scaled-up'
	| 'scaled-down'
	| 'creates-pods'
	| 'deletes-pods'
	| 'reused'
	| 'complete'
	| 'late'
	| 'conflict'
	| 'adopted'
	| 'released'
	| 'relabelled'
	| 'marked'
	| 'orphaned'
	| 'collected'
	| 'gone'
	| 'unready'
	| 'restarted'
	| 'backs-off'
	| 'evicting'
	| 'pre-stop'
	| 'probe-failed-readiness'
	| 'probe-failed-liveness'
	| 'probe-failed-startup'
	| 'probe-passed';

type NetworkTopic =
	| 'service'
	| 'service-headless'
	| 'reselected'
	| 'slice'
	| 'endpoint-ready'
	| 'endpoint-unready'
	| 'endpoint-terminating'
	| 'endpoint-gone'
	| 'rules'
	| 'no-rules'
	| 'asks-name'
	| 'serving'
	| 'failing-refused'
	| 'failing-reset'
	| 'failing-timeout'
	| 'failing-failed';

/** A moment that can be told in a sentence. */
export interface Narration {
	readonly topic: Topic;
	readonly seq: Seq;
	readonly atMs: number;
	/** Values for the sentence: `pod`, `node`, `user`, `revision`, … */
	readonly values: Readonly<Record<string, string | number>>;
	/** `namespace/name` of the Pod that it is about. */
	readonly pod?: string;
	/** Verb and path, or the call on the node. */
	readonly call?: string;
}

/** A narration whose event is known from elsewhere. */
export type Told = Omit<Narration, 'seq' | 'atMs'> | null;
