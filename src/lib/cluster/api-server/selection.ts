import type { RequestContext } from './operation.ts';
import { fieldsFromEventsV1 } from './events-v1.ts';

type Query = Readonly<Record<string, string>>;

/** The query of a list or a watch, with fields named as they are stored. */
export function selectionOf({ request, route }: RequestContext): Query {
	const { query = {} } = request;
	const { fieldSelector } = query;
	if (route.group !== 'events.k8s.io' || fieldSelector === undefined) return query;
	return { ...query, fieldSelector: fieldsFromEventsV1(fieldSelector) };
}
