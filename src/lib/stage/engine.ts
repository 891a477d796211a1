/**
 * Everything that shows a cluster: loaded after the first picture stands, in a chunk of its own.
 */

export { captionAt } from '#lib/scene/caption.ts';
export { scene } from '#lib/scene/scene.ts';
export { sequence } from '#lib/scene/sequence.ts';
export { summaryAt } from '#lib/scene/summary/summary.ts';
export { timeline } from '#lib/scene/timeline.ts';
export { createRun } from './run.ts';
export { eventTimes } from './steps.ts';
export { createPlayer } from './player.ts';
export { preparations } from './preparations.ts';
