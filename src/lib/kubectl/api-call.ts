import type { ApiList, ApiRequest, ApiResponse } from '#lib/kubernetes/api-client.ts';
import type { KubeObject } from '#lib/kubernetes/object.ts';
import { refusal, StatusError } from './kubectl-error.ts';
import { ask, type Steps } from './steps.ts';

/** Sends a request; a refusal is thrown as a StatusError. */
export function* call(request: ApiRequest): Steps<ApiResponse['body']> {
	const response = yield* ask(request);
	const status = refusal(response);
	if (status !== undefined) throw new StatusError(status);
	return response.body;
}

/** The same for requests that are answered with one object. */
export function* callForObject(request: ApiRequest): Steps<KubeObject> {
	return (yield* call(request)) as KubeObject;
}

/** The same for lists, page after page. */
export function* callForItems(request: ApiRequest): Steps<readonly KubeObject[]> {
	const items: KubeObject[] = [];
	let next: string | undefined;
	do {
		const query: Readonly<Record<string, string>> =
			next === undefined ? { ...request.query } : { ...request.query, continue: next };
		const list = (yield* call({ ...request, query: sorted(query) })) as ApiList;
		items.push(...list.items.map((item) => withType(item, list)));
		next = list.metadata.continue;
	} while (next);
	return items;
}

/** Go writes the parameters of a query in the order of their names. */
export function sorted(query: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
	return Object.fromEntries(Object.entries(query).sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** Items of a list carry no kind of their own in the API; kubectl gives it to them. */
export function withType(item: KubeObject, list: ApiList): KubeObject {
	const { apiVersion, kind, ...fields } = item;
	return {
		apiVersion: apiVersion ?? list.apiVersion,
		kind: kind ?? list.kind.replace(/List$/, ''),
		...fields
	} as KubeObject;
}
