import type { ApiRequest, ApiTable, WatchEvent } from '#lib/kubernetes/api-client.ts';
import type { KubeObject } from '#lib/kubernetes/object.ts';
import { normalized, withWords } from './server-text.ts';
import type { ServerWorld } from './server-world.ts';

/** What a watch hears while other requests are made, in the tables' words; the refusal when it never began. */
export function watched(
	world: ServerWorld,
	request: ApiRequest,
	during: readonly ApiRequest[]
): Record<string, unknown> {
	const { events, refusal } = world.watch(request, during);
	if (refusal !== undefined) return { code: refusal.code, body: refusal.body };
	return { code: 200, events: events.map(shown), closedByServer: false };
}

function shown({ type, object }: WatchEvent): Record<string, unknown> {
	if (object.kind === 'Table') {
		const { columnDefinitions, rows } = object as ApiTable;
		return {
			type,
			kind: 'Table',
			rows: rows.map(({ cells }) => cells.slice(0, -1)),
			columnDefinitions: columnDefinitions?.length ?? null
		};
	}
	const { kind, metadata, ...rest } = object as KubeObject;
	if (type === 'BOOKMARK') {
		return { type, kind, metadata: { ...metadata, resourceVersion: '<rv>' } };
	}
	const { name, labels, finalizers, deletionTimestamp, deletionGracePeriodSeconds } = normalized(
		object as KubeObject
	).metadata;
	return withWords({
		type,
		kind,
		name,
		labels,
		finalizers,
		deletionTimestamp,
		deletionGracePeriodSeconds,
		data: rest['data']
	});
}
