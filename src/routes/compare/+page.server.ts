import { threeWorkers } from '#lib/lessons/workers.ts';
import { comparePoster } from '#lib/stage/compare/compare-poster.ts';
import { pageLinks } from '../page-links.server.ts';

export function load() {
	return { links: pageLinks(), nodes: threeWorkers, poster: comparePoster(threeWorkers) };
}
