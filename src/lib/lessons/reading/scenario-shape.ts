import type { Scenario } from '#lib/source/scenario.ts';
import { mostNodes } from '#lib/stage/editor/check-input.ts';
import { workers } from '../workers.ts';
import { duration } from './duration.ts';
import { longestStoryMs } from './moment-shape.ts';
import { oneOf } from './one-of.ts';
import {
	list,
	objectName,
	pattern,
	rawText,
	record,
	text,
	wholeNumber,
	type Read
} from './read.ts';
import { may, must, shape } from './shape.ts';

const time = duration(longestStoryMs);
const quantity = pattern(/^\d+(\.\d+)?(m|k|Ki|M|Mi|G|Gi|T|Ti)?$/, '500m, 2, 4Gi');

export const taintShape = shape({
	key: must(text(300)),
	value: may(text(100)),
	effect: must(oneOf(['NoSchedule', 'PreferNoSchedule', 'NoExecute']))
});

export const nodeShape = shape({
	name: must(pattern(/^[a-z0-9][a-z0-9.-]{0,62}$/, 'worker-1')),
	cpu: must(quantity),
	memory: must(quantity),
	pods: may(wholeNumber(1, 1000)),
	labels: may(record(text(100))),
	taints: may(list(taintShape))
});

export const clusterShape = shape({
	workers: may(wholeNumber(1, mostNodes)),
	nodes: may(list(nodeShape, 1, mostNodes)),
	images: may(list(text(300)))
});

/** How many workers of the usual size, or which nodes; without either, three. */
export const cluster: Read<Pick<Scenario, 'nodes' | 'imagesPresent'>> = (value, problems) => {
	const found = clusterShape(value, problems);
	if (!found) return undefined;
	if (found.workers !== undefined && found.nodes !== undefined) {
		problems.add(value.place, 'workersOrNodes');
		return undefined;
	}
	return {
		nodes: found.nodes ?? workers(found.workers ?? 3),
		...(found.images && { imagesPresent: found.images })
	};
};

export const stepShape = shape({
	atMs: must(time, 'at'),
	run: must(text(2000)),
	stdin: may(rawText(20_000)),
	edited: may(rawText(20_000))
});

export const steps = list(stepShape, 1, 200);

export const beforeShape = shape({ steps: must(steps), lastsMs: must(time, 'lasts') });

export const trafficShape = shape({
	service: must(objectName),
	port: may(wholeNumber(1, 65_535)),
	viaNode: may(text(100)),
	path: may(text(500)),
	perSecond: must(wholeNumber(1, 1000)),
	fromMs: must(time, 'from'),
	untilMs: must(time, 'until'),
	timeoutMs: may(time, 'timeout')
});

export const faultShape = shape({
	atMs: must(time, 'at'),
	component: must(oneOf(['controller-manager', 'scheduler'])),
	happens: must(oneOf(['stops', 'starts', 'is-cut-off', 'is-back']))
});
