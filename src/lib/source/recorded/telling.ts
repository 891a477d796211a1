import type { KubeObject } from '#lib/kubernetes/object.ts';
import type { Command } from './commands.ts';
import type { NodeCall } from './node-calls.ts';
import type { Version } from './recorded-object.ts';
import type { RecordedRun } from './recording.ts';
import type { SentRequest } from './sent-request.ts';
import type { Draft, StoryDraft } from './story-draft.ts';
import type { CommandWatch, Downtimes } from './watchers.ts';

/** A recorded run that has been worked out, and the story that is made of it. */
export interface Telling {
	readonly draft: StoryDraft;
	readonly run: RecordedRun;
	readonly nodes: readonly string[];
	readonly commands: readonly Command[];
	/** Those of kubectl have the number of their command. */
	readonly requests: readonly SentRequest[];
	/** Every version of objects and Events, in the order of their commits. */
	readonly versions: readonly Version[];
	readonly lives: readonly (readonly Version[])[];
	/** The version before, of the same object. */
	readonly before: ReadonlyMap<Version, Version>;
	readonly writers: ReadonlyMap<Version, SentRequest>;
	readonly commits: ReadonlyMap<Version, number>;
	readonly revisions: ReadonlyMap<Version, number>;
	/** As etcd holds them. */
	readonly stored: ReadonlyMap<Version, KubeObject | null>;
	readonly downtimes: Downtimes;
	readonly watches: readonly CommandWatch[];
	/** What has been drafted, for causes. */
	readonly told: Told;
}

export interface Told {
	/** What was typed, by actor. */
	readonly typed: Map<string, Draft>;
	readonly writes: Map<Version, Draft>;
	readonly sent: Map<SentRequest, Draft>;
	readonly answered: Map<SentRequest, Draft>;
	/** News by who heard them, in order of time. */
	readonly heard: Map<string, { readonly draft: Draft; readonly version: Version }[]>;
	/** What came back from a node's runtime, by `<node> <namespace>/<pod>`. */
	readonly returned: Map<string, Draft[]>;
	readonly called: { readonly call: NodeCall; readonly draft: Draft }[];
}

export function nothingTold(): Told {
	return {
		typed: new Map(),
		writes: new Map(),
		sent: new Map(),
		answered: new Map(),
		heard: new Map(),
		returned: new Map(),
		called: []
	};
}
