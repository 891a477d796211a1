import { expect, it } from 'vitest';
import type { KubeObject } from '#lib/kubernetes/object.ts';
import { LoneServer } from './api-server/testing/lone-server.ts';
import { Informer } from './informer.ts';

const credential = {
	type: 'certificate',
	commonName: 'watcher',
	organizations: ['system:masters']
} as const;

/** An informer of ConfigMaps at a server of its own, and everything that it was told. */
function watching() {
	const lone = new LoneServer();
	const { kernel, server } = lone;
	const told: string[] = [];
	const client = server.clientFor('watcher', credential);
	const informer = new Informer<KubeObject>(kernel, client, '/api/v1/configmaps', (after, before) =>
		told.push(`${after ? (before ? '±' : '+') : '-'}${(after ?? before)!.metadata.name}`)
	);
	informer.start();
	const make = (name: string) =>
		lone.create({ apiVersion: 'v1', kind: 'ConfigMap', metadata: { name } });
	const remove = (name: string) =>
		lone.ask({ method: 'DELETE', path: `/api/v1/namespaces/default/configmaps/${name}` });
	const wait = (ms: number) => kernel.runUntil(kernel.nowMs + ms);
	const asked = () =>
		kernel.recorder.events.flatMap((event) =>
			event.kind === 'message' && event.content.type === 'request' && event.from === 'watcher'
				? [event.content.query]
				: []
		);
	wait(1000);
	return { ...lone, server, kernel, informer, told, make, remove, wait, asked };
}

it('hears what it has missed when it comes back, and nothing twice', () => {
	const { server, informer, told, make, remove, wait, asked } = watching();
	make('a');
	server.cutOff('watcher', true);
	make('b');
	remove('a');
	wait(5000);
	expect(told).toEqual(['+a']);
	server.cutOff('watcher', false);
	wait(30_000);
	expect(told).toEqual(['+a', '+b', '-a']);
	expect(informer.list().map(({ metadata }) => metadata.name)).toEqual(['b']);
	expect(asked().at(-1)?.resourceVersion).toBeDefined();
});

it('asks for everything anew when its version is forgotten, and finds out what has gone', () => {
	const { server, told, make, remove, wait, asked } = watching();
	make('a');
	make('b');
	server.cutOff('watcher', true);
	remove('a');
	make('c');
	server.restart();
	make('d');
	server.cutOff('watcher', false);
	wait(40_000);
	expect(told).toEqual(['+a', '+b', '+c', '+d', '-a']);
	const [resumed, relisted] = asked().slice(-2);
	expect(resumed?.resourceVersion).toBeDefined();
	expect(relisted?.sendInitialEvents).toBe('true');
});

it('needs no list where a bookmark has said how far everything is', () => {
	const { server, told, make, wait, asked } = watching();
	make('a');
	wait(61_000);
	server.restart();
	wait(5000);
	expect(told).toEqual(['+a']);
	expect(asked().filter((query) => query?.sendInitialEvents === 'true')).toHaveLength(1);
});
