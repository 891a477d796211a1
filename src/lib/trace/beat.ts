import type { BeatName } from './beat-name.ts';
import type { Seq } from './event.ts';

export interface Beat {
	readonly name: BeatName;
	readonly seq: Seq;
	readonly atMs: number;
	/** `namespace/name` of the Pod that it is about, where there is one. */
	readonly pod?: string;
	/**
	 * `namespace/name` of what it belongs to: a Pod's controller, a ReplicaSet's Deployment, an endpoint's Service; of a Deployment
	 * or a Service its own.
	 */
	readonly of?: string;
	/** Image of the Pod's, or the Pod template's, first container. */
	readonly image?: string;
	/** What a sentence about it says beside its name. */
	readonly values?: Readonly<Record<string, string | number>>;
}

/** A beat whose event is known from elsewhere; null: nothing that has a name. */
export type FoundBeat = Omit<Beat, 'seq' | 'atMs'> | null;
