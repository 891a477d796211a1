import { threeWorkers } from '#lib/lessons/three-workers.ts';
import { comparePoster } from '#lib/stage/compare/compare-poster.ts';
import { pageLinks } from '../page-links.server.ts';

export function load() {
	return { links: pageLinks(), nodes: threeWorkers, poster: comparePoster(threeWorkers) };
}
