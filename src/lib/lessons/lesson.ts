import type { MessageKey } from '#lib/i18n/message.ts';
import type { Scenario } from '#lib/source/scenario.ts';
import type { Fact } from './fact.ts';
import type { Moment } from './moment.ts';

export type LessonId =
	| 'anatomy'
	| 'create-pod'
	| 'pod-phases'
	| 'image-pull'
	| 'crash-loop'
	| 'probes'
	| 'hooks'
	| 'termination'
	| 'endpoint-race'
	| 'labels'
	| 'replicaset'
	| 'scale'
	| 'gc'
	| 'rolling-update'
	| 'recreate'
	| 'bad-rollout'
	| 'pause-resume'
	| 'history'
	| 'canary-bluegreen'
	| 'clusterip'
	| 'dns';

/** A lesson is data: what is done to the cluster, what is said when, and what must turn out to be true. */
export interface Lesson {
	readonly id: LessonId;
	readonly scenario: Scenario;
	/** Said in place of the general captions, from a moment on until the second next thing that can be told. */
	readonly cues: readonly Cue[];
	/** Opens with what each component watches written beside it. */
	readonly showWatches?: true;
	/** Claims of the lesson, asserted on its recording. */
	readonly facts: readonly Fact[];
}

export interface Cue {
	readonly when: Moment;
	readonly say: MessageKey;
}
