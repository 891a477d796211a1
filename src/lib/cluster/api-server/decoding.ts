import type { KubeObject, Status } from '#lib/kubernetes/object.ts';
import { isRecord } from '#lib/kubernetes/patch/merge-patch.ts';
import { badRequest } from '#lib/kubernetes/status.ts';
import type { RequestContext } from './operation.ts';

/** A body read as an object of the request's kind, defaults filled in; or why it can't be. */
export function decodeBody(
	body: unknown,
	{ resource }: RequestContext
): { object: KubeObject; warnings?: readonly string[] } | Status {
	if (!isRecord(body)) return badRequest('unexpected end of JSON input');
	const { kind, apiVersion } = body;
	if (kind !== resource.kind || apiVersion !== resource.apiVersion) {
		return badRequest(
			`${String(kind)} in version ${JSON.stringify(apiVersion)} cannot be handled as a ${resource.kind}`
		);
	}
	const object = { ...body, metadata: body.metadata ?? {} } as KubeObject;
	return { object };
}

/** What is wrong with a new object, or with a change of one; undefined when it is valid. */
export function invalidObject(
	object: KubeObject,
	current: KubeObject | undefined
): Status | undefined {
	void object;
	void current;
	return undefined;
}
