import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { KubeObject } from '#lib/kubernetes/object.ts';
import type { OpenWatch } from './open-watches.ts';
import type { Trigger } from './object-filter.ts';
import { WatchIndex } from './watch-index.ts';
import { watchEventFor } from './watcher.ts';

const pod = (name: string, nodeName: string): KubeObject => ({
	apiVersion: 'v1',
	kind: 'Pod',
	metadata: { name },
	spec: { nodeName }
});

function watchOf(trigger: Trigger | undefined): OpenWatch {
	const valueOf = ({ metadata, spec }: KubeObject) =>
		trigger?.field === 'metadata.name' ? metadata.name : (spec as { nodeName: string }).nodeName;
	return {
		client: 'test',
		filter: {
			resource: 'pods',
			matches: (object) => trigger === undefined || valueOf(object) === trigger.value,
			...(trigger && { trigger })
		},
		asTable: false,
		stream: { onEvent: () => {}, stopped: false, close: () => {} },
		lastArrivalMs: 0
	};
}

it('finds every watch that a change concerns, in the order in which they were opened', () => {
	const name = fc.constantFrom('a', 'b', 'c');
	const trigger = fc.option(
		fc.record({
			field: fc.constantFrom('metadata.name' as const, 'spec.nodeName' as const),
			value: name
		}),
		{ nil: undefined }
	);
	const object = fc.option(fc.tuple(name, name).map(([one, node]) => pod(one, node)));
	fc.assert(
		fc.property(fc.array(trigger), object, object, (triggers, previous, now) => {
			const index = new WatchIndex();
			const watches = triggers.map(watchOf);
			for (const watch of watches) index.add(watch);
			const event = { resource: 'pods', revision: 1, object: now, previous };
			const hear = (watch: OpenWatch) => watchEventFor(watch.filter, event) !== undefined;
			expect([...index.concerned(event)].filter(hear)).toEqual(watches.filter(hear));
			for (const watch of watches) index.delete(watch);
			expect([...index.concerned(event)]).toEqual([]);
		})
	);
});
