import { describe, expect, it } from 'vitest';
import type { KubeObject } from '#lib/kubernetes/object.ts';
import { TraceWriter } from '#lib/trace/fixture/trace-writer.ts';
import { captionFact } from './caption-fact.ts';

const key = '/registry/pods/default/web';

const web = (uid: string, deletionTimestamp?: string) =>
	({
		apiVersion: 'v1',
		kind: 'Pod',
		metadata: { name: 'web', namespace: 'default', uid, deletionTimestamp },
		spec: { nodeName: 'worker-1', containers: [{ name: 'web', image: 'web:v1' }] },
		status: { phase: 'Pending' }
	}) as KubeObject;

/** A Pod that is stored with the name of its node, deleted, and stored anew. */
function mirrored(): TraceWriter {
	const writer = new TraceWriter([]);
	writer.write('kubelet/worker-1', 'create', 'pods', web('first'), { key });
	writer.now = 5000;
	writer.write('kubectl/1', 'delete', 'pods', web('first', '2026-01-01T00:00:05Z'), { key });
	writer.write('kubelet/worker-1', 'delete', 'pods', null, { key });
	writer.now = 9000;
	writer.write('kubelet/worker-1', 'create', 'pods', web('second'), { key });
	writer.now = 12_000;
	return writer;
}

function factAt(writer: TraceWriter, atMs: number): string {
	const seq = writer.events.findLastIndex((event) => event.atMs <= atMs) + 1;
	const told = { topic: 'ready', seq, atMs, pod: 'default/web', values: {} } as const;
	return captionFact(writer.trace(0), told, 'en');
}

describe('captionFact', () => {
	it('counts from the storing of a Pod that nobody had to bind', () => {
		expect(factAt(mirrored(), 3000)).toBe('3.0 s after the Pod was stored.');
	});

	it('leaves out what befell another Pod of that name', () => {
		expect(factAt(mirrored(), 12_000)).toBe('3.0 s after the Pod was stored.');
	});
});
