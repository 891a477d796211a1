import { threeWorkers } from '#lib/lessons/workers.ts';
import { homeView } from '../routes/home-view.server.ts';
import { pageLinks } from '../routes/page-links.server.ts';
import type { SingleData } from './single-data.ts';

/** What the pages of the site are handed, with addresses as they are in the single file. */
export function makeData(): Pick<SingleData, 'home' | 'links' | 'nodes'> {
	return { home: homeView(), links: pageLinks(), nodes: threeWorkers };
}
