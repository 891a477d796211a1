import type { Status } from '#lib/kubernetes/object.ts';
import type { Resource } from '#lib/kubernetes/resources.ts';
import { isStatus, unsupportedMediaType } from '#lib/kubernetes/status.ts';
import { restrictedNode } from './admission/node-restriction.ts';
import { decodeBody } from './decoding.ts';
import type { RequestContext } from './operation.ts';
import { wrongContentType } from './verbs/changed-object.ts';
import { invalidWriteOptions } from './write-options.ts';

/** Bodies of another kind than the resource's, by subresource. */
const foreign: Readonly<Record<string, Pick<Resource, 'kind' | 'apiVersion'>>> = {
	binding: { kind: 'Binding', apiVersion: 'v1' },
	eviction: { kind: 'Eviction', apiVersion: 'policy/v1' },
	token: { kind: 'TokenRequest', apiVersion: 'authentication.k8s.io/v1' }
};

/**
 * What is wrong with a write before anyone looks at what it is about: its type, its size, its query, a body that is no text of
 * its kind, a kubelet that takes what isn't its own.
 */
export function wrongWrite(context: RequestContext): Status | undefined {
	const { request, route, resource } = context;
	const wrong =
		wrongContentType(request) ?? wrongCustomPatch(context) ?? invalidWriteOptions(context);
	const kind = foreign[route.subresource ?? ''];
	if (wrong !== undefined) return wrong;
	if (kind === undefined || request.reading === undefined) return restrictedNode(context);
	const decoded = decodeBody(request.body, { ...context, resource: { ...resource, ...kind } });
	return isStatus(decoded) ? decoded : restrictedNode(context);
}

const customPatches = [
	'application/json-patch+json',
	'application/merge-patch+json',
	'application/apply-patch+yaml'
];

/** Nobody knows how lists of a custom resource are merged. */
function wrongCustomPatch({ request, resource, route }: RequestContext): Status | undefined {
	if (resource.custom === undefined || route.verb !== 'patch') return undefined;
	return customPatches.includes(request.contentType ?? '')
		? undefined
		: unsupportedMediaType(
				`the body of the request was in an unknown format - accepted media types include: ${customPatches.join(', ')}`
			);
}
