import type { ApiList, ApiResponse, ApiTable, WatchEvent } from '#lib/kubernetes/api-client.ts';
import type { KubeObject } from '#lib/kubernetes/object.ts';
import { isStatus } from '#lib/kubernetes/status.ts';
import type { Proposal } from '../operation.ts';
import type { FieldManagers } from './field-managers.ts';

/** An answer whose objects say who manages what: one, those of a list, those of a table's rows. */
export function shownAnswer(response: ApiResponse, managers: FieldManagers): ApiResponse {
	const { body } = response;
	// What is no object, such as the server's version, has no managers.
	if (isStatus(body) || (body as Partial<KubeObject>).metadata === undefined) return response;
	const { items } = body as { readonly items?: readonly KubeObject[] };
	const { rows } = body as { readonly rows?: ApiTable['rows'] };
	if (body.kind === 'Table' && rows !== undefined) {
		const shown = rows.map((row) => ({ ...row, object: managers.shown(row.object) }));
		return { ...response, body: { ...(body as ApiTable), rows: shown } };
	}
	if (body.kind.endsWith('List') && Array.isArray(items)) {
		const shown = items.map((item) => managers.shown(item));
		return { ...response, body: { ...(body as ApiList), items: shown } };
	}
	return { ...response, body: managers.shown(body as KubeObject) };
}

/** An event of a watch whose object says who manages what. */
export function shownEvent(event: WatchEvent, managers: FieldManagers): WatchEvent {
	if (event.type === 'BOOKMARK' || event.type === 'ERROR' || isStatus(event.object)) return event;
	const { body } = shownAnswer({ code: 200, body: event.object }, managers);
	return { ...event, object: body as KubeObject | ApiTable };
}

/** Takes a note of what is answered but not stored: a rehearsal, or what stays as it is. */
export function noteUnstored(proposal: Proposal, managers: FieldManagers): void {
	const { object, current, write, unchanged } = proposal;
	if (object === null || object === current) return;
	managers.note(object, current, unchanged === true ? undefined : write);
}
