/**
 * Everything that shows clusters side by side: loaded after the page stands, in a chunk of its own.
 */
export { comparison } from '#lib/scene/compare/comparison.ts';
export { comparisonCaption } from '#lib/scene/compare/comparison-caption.ts';
export { comparisonBeats, comparisonTimeline } from '#lib/scene/compare/comparison-timeline.ts';
export { comparisonSummary } from '#lib/scene/summary/comparison-summary.ts';
export { comparisonTempo } from '#lib/tempo/comparison-tempo.ts';
export { podCountsOf } from '#lib/trace/pod-counts.ts';
export { indexTrace } from '#lib/trace/state-at.ts';
export { createPlayer } from '../player.ts';
