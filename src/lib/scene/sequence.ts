import type { TraceIndex } from '#lib/trace/state-at.ts';
import type { Scene } from './mark.ts';
import type { SceneOptions } from './options.ts';

/** The same messages as arrows between lanes, one lane a component; time runs downwards, the play head is `clusterMs`. */
export function sequence(_index: TraceIndex, _clusterMs: number, options: SceneOptions): Scene {
	return { width: options.width, height: options.height, marks: [] };
}
