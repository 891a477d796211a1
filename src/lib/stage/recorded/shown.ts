import type { Locale } from '#lib/i18n/locale.ts';
import type { EditedInput } from '#lib/playback/url-state.ts';
import type { Caption } from '#lib/scene/caption.ts';
import type { Scene } from '#lib/scene/mark.ts';
import type { SceneOptions } from '#lib/scene/options.ts';
import type { Timeline, TimelineOptions } from '#lib/scene/timeline.ts';
import type { Tempo } from '#lib/tempo/tempo.ts';
import type { Run } from '../run.ts';

/** Where what is on comes from; `opened`: a file of someone's own. */
export type ShownSource = 'simulated' | 'recorded' | 'both' | 'opened';

/** What is put on. */
export interface Shown {
	readonly run: Run;
	readonly input?: EditedInput | undefined;
	readonly source?: ShownSource;
	readonly beside?: Beside;
	/** Where it stands, ms of its clock; left out: at its start. */
	readonly atMs?: number | undefined;
}

/** A simulation and a recording of the same steps, on one clock. */
export interface Beside {
	readonly tempo: Tempo;
	readonly runs: Readonly<Record<'left' | 'right', Run>>;
	readonly beatTimes: readonly number[];
	readonly eventTimes: readonly number[];
	timeline(options: TimelineOptions): Timeline;
	scene(clusterMs: number, options: Omit<SceneOptions, 'tempo'>): Scene;
	caption(clusterMs: number, locale: Locale): Caption;
}
