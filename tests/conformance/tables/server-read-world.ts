import type { KubeObject } from '#lib/kubernetes/object.ts';
import type { Table } from '../table.ts';
import { ServerWorld } from './server-world.ts';

const worlds = new WeakMap<Table, ServerWorld>();

/** The world that a table of reads describes; reads leave it as it is. */
export function sharedWorld(table: Table): ServerWorld {
	const known = worlds.get(table);
	if (known !== undefined) return known;
	const world = readWorld(table);
	worlds.set(table, world);
	return world;
}

/** That world anew. */
export function readWorld(table: Table): ServerWorld {
	const world = new ServerWorld(true);
	for (const object of (table.world ?? []) as readonly KubeObject[]) {
		world.create(object);
	}
	for (const { path, body } of table.statusPatches ?? []) {
		world.ask({ method: 'PATCH', path, body, contentType: 'application/merge-patch+json' });
	}
	return world;
}
