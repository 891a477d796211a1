import { stateAt, type TraceIndex } from '#lib/trace/state-at.ts';
import type { Scene } from './mark.ts';
import type { SceneOptions } from './options.ts';

/** The picture of a cluster at a moment: the same trace, moment and options always give the same marks. */
export function scene(index: TraceIndex, clusterMs: number, options: SceneOptions): Scene {
	const state = stateAt(index, clusterMs);
	const { width, height } = options;
	return {
		width,
		height,
		marks: [
			{ key: 'ground', type: 'rect', x: 0, y: 0, width, height, fill: 'paper' },
			{
				key: 'revision',
				type: 'text',
				x: 24,
				y: 40,
				text: `revision ${state.revision}`,
				size: 13,
				fill: 'write',
				font: 'mono'
			}
		]
	};
}
