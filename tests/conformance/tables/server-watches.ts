import { ServedEvents } from '#lib/cluster/api-server/wire/served-form.ts';
import type { ReadRequest } from '#lib/cluster/api-server/wire/wire-request.ts';
import type { ApiRequest, ApiTable, WatchEvent } from '#lib/kubernetes/api-client.ts';
import type { KubeObject, Status } from '#lib/kubernetes/object.ts';
import { normalized, withWords } from './server-text.ts';
import type { ServerWorld } from './server-world.ts';

/** What a watch hears while other requests are made, in the tables' words; the refusal when it never began. */
export function watched(
	world: ServerWorld,
	read: ReadRequest,
	during: readonly ApiRequest[],
	forMs: number
): Record<string, unknown> {
	const served = new ServedEvents(read);
	const { events, refusal, isClosed } = world.watch(read.request, during, forMs);
	if (refusal !== undefined) return { code: refusal.code, body: refusal.body };
	return {
		code: 200,
		events: events.map(({ type, object }) => shown(type, served.objectOf(object))),
		closedByServer: isClosed
	};
}

function shown(type: WatchEvent['type'], told: unknown): Record<string, unknown> {
	const object = told as WatchEvent['object'];
	if (type === 'ERROR') {
		const { status, message, reason, code } = object as Status;
		const versions = message?.replaceAll(/\b\d+\b/g, '<rv>');
		return { type, kind: object.kind, status: { status, message: versions, reason, code } };
	}
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
