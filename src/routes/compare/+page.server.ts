import { comparisonTranscript } from '#lib/classroom/transcript/comparison-transcript.ts';
import { threeWorkers } from '#lib/lessons/workers.ts';
import { comparePoster } from '#lib/stage/compare/compare-poster.ts';
import { pageLinks } from '../page-links.server.ts';
import { playedComparison } from '../played-comparison.server.ts';

export function load() {
	const { sides, tempo } = playedComparison();
	return {
		links: pageLinks(),
		nodes: threeWorkers,
		poster: comparePoster(sides, tempo),
		transcript: comparisonTranscript(sides, tempo, 'en')
	};
}
