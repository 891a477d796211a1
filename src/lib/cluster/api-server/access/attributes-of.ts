import type { ApiRequest } from '#lib/kubernetes/api-client.ts';
import { parseFieldSelector } from '#lib/kubernetes/field-selector.ts';
import type { Route } from '../route.ts';
import type { Attributes } from './policy-rule.ts';

/**
 * A request as authorizers see it. Models apiserver/pkg/endpoints/request/requestinfo.go NewRequestInfo: a Namespace lies in
 * itself, and a list of one name is about that name.
 */
export function attributesOf(route: Route | undefined, request: ApiRequest): Attributes {
	if (route === undefined) {
		return { verb: request.method.toLowerCase(), path: request.path, group: '', resource: '' };
	}
	const { verb, group, resource, subresource, name } = route;
	const namespace = resource === 'namespaces' && group === '' ? name : route.namespace;
	return {
		verb,
		group,
		resource,
		subresource,
		namespace,
		name: name ?? nameSelected(request.query?.fieldSelector)
	};
}

function nameSelected(fieldSelector: string | undefined): string | undefined {
	if (!fieldSelector?.includes('metadata.name')) return undefined;
	try {
		const found = parseFieldSelector(fieldSelector).find(
			({ field, operator }) => field === 'metadata.name' && operator === '='
		);
		return found?.value;
	} catch {
		return undefined;
	}
}
