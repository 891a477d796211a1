import { kindRulesAt } from '#lib/kubernetes/kinds/known-kinds.ts';
import type { KubeObject } from '#lib/kubernetes/object.ts';
import { latency } from '../kernel/latency.ts';
import type { ApiServer } from './api-server.ts';
import { definitions } from './custom-resources.ts';
import { storageKey } from './storage-key.ts';

/**
 * What the server's own controllers do when a definition comes, changes or goes: its status says which names it got and that it
 * is established, a moment later each; with it go its objects.
 */
export function settleDefinitions(
	server: ApiServer,
	object: KubeObject | null,
	previous: KubeObject | null
): void {
	const { cache, kernel, custom } = server;
	const { name = '' } = (object ?? previous)!.metadata;
	const before = custom.all;
	custom.hearOf(name, object);
	if (object === null) {
		for (const { plural } of before.filter((one) => !custom.all.includes(one))) {
			for (const { metadata } of cache.list(plural)) {
				const key = storageKey(plural, metadata.namespace, metadata.name!);
				server.commit(0, key, Number(metadata.resourceVersion), null, () => {});
			}
		}
		return;
	}
	const settle = (): void => {
		const key = storageKey(definitions, undefined, name);
		const current = cache.get(key);
		const rules = kindRulesAt(definitions);
		if (current === null || rules?.settled === undefined) return;
		const settled = rules.settled(current, cache.list(definitions), kernel.timestamp());
		if (settled === current) return;
		server.commit(0, key, Number(current.metadata.resourceVersion), settled, () => {});
	};
	kernel.after(server.draw(latency.mutation), settle);
}
