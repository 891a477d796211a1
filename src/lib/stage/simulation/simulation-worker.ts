/**
 * Runs clusters beside the page, so that the picture goes on moving however long a run takes.
 */
import { simulate } from '#lib/source/simulate.ts';
import type { SimulationNews, SimulationOrder } from './simulation-message.ts';

/** So many events go over at once: what the page unpacks in less than a frame. */
const piece = 2000;

const tell = (news: SimulationNews): void => postMessage(news);

addEventListener('message', ({ data }: MessageEvent<SimulationOrder>) => {
	const { id, scenario, isRehearsal } = data;
	try {
		const { header, events } = simulate(scenario);
		if (isRehearsal) return tell({ id, type: 'done' });
		tell({ id, type: 'header', header });
		for (let from = 0; from < events.length; from += piece) {
			tell({ id, type: 'events', events: events.slice(from, from + piece) });
		}
		tell({ id, type: 'done' });
	} catch (problem) {
		tell({
			id,
			type: 'failed',
			message: problem instanceof Error ? problem.message : String(problem)
		});
	}
});
