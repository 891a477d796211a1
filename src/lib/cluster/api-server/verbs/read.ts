import { resourceName } from '#lib/kubernetes/resources.ts';
import type { ApiResponse } from '#lib/kubernetes/api-client.ts';
import type { KubeObject, Status } from '#lib/kubernetes/object.ts';
import { tableOf } from '#lib/kubernetes/print/table.ts';
import {
	badRequest,
	isStatus,
	notFound,
	plainError,
	tooLargeVersion
} from '#lib/kubernetes/status.ts';
import { invalidListOptions } from '../list-options.ts';
import { objectFilter } from '../object-filter.ts';
import { selectionOf } from '../selection.ts';
import type { KubeletPort } from '../kubelet-port.ts';
import type { RequestContext } from '../operation.ts';
import { type ListPage, listPage } from './list-page.ts';
import { logResponse } from './log.ts';
import { scaleOf } from './scale.ts';

/** GET of one object, or of what hangs on it, from what etcd answered. */
export function subjectResponse(
	object: KubeObject | null,
	context: RequestContext,
	kubelets: KubeletPort
): ApiResponse {
	const { subresource } = context.route;
	if (subresource === 'log') return logResponse(object, context, kubelets);
	const isScale = subresource === 'scale' && object !== null;
	return getResponse(isScale ? scaleOf(object, context.resource) : object, context);
}

function getResponse(object: KubeObject | null, context: RequestContext): ApiResponse {
	const { resource, route, request, wallMs } = context;
	const asked = request.query?.resourceVersion;
	if (asked && !isVersion(asked)) return { code: 500, body: plainError(invalidVersion(asked)) };
	const tooNew = tooLarge(context);
	if (tooNew !== undefined) return { code: 504, body: tooNew };
	if (object === null) {
		const named = resourceName(resource);
		return { code: 404, body: notFound(named, route.name!) };
	}
	const isScale = route.subresource === 'scale';
	const printed = isScale ? 'scales' : resource.plural;
	const printer = isScale ? undefined : resource.custom?.printer;
	return {
		code: 200,
		body: request.asTable ? tableOf(printed, [object], wallMs, printer) : object
	};
}

/** GET of a list, from the watch cache. */
export function listResponse(context: RequestContext): ApiResponse {
	const { resource, request, wallMs } = context;
	const wrongOptions = invalidListOptions(request.query, false);
	if (wrongOptions !== undefined) return { code: 422, body: wrongOptions };
	const asked = request.query?.resourceVersion;
	if (asked && !isVersion(asked)) {
		return { code: 400, body: badRequest(`invalid resource version: ${invalidVersion(asked)}`) };
	}
	const tooNew = tooLarge(context);
	if (tooNew !== undefined) return { code: 504, body: tooNew };
	let matches: (object: KubeObject) => boolean;
	try {
		matches = objectFilter(selectionOf(context), resource.plural, resource.custom);
	} catch (error) {
		return { code: 400, body: badRequest((error as Error).message) };
	}
	const page = listPage(context, matches);
	if (isStatus(page)) return { code: page.code!, body: page };
	const { items, metadata } = page as ListPage;
	if (request.asTable) {
		const table = tableOf(resource.plural, items, wallMs, resource.custom?.printer);
		return { code: 200, body: { ...table, metadata } };
	}
	const { kind, apiVersion } = resource;
	if (resource.custom !== undefined) {
		const whole = { continue: '', ...metadata };
		const listKind = resource.custom.listKind;
		return { code: 200, body: { kind: listKind, apiVersion, metadata: whole, items } };
	}
	return { code: 200, body: { kind: `${kind}List`, apiVersion, metadata, items } };
}

function isVersion(text: string): boolean {
	return /^\d+$/.test(text);
}

function invalidVersion(text: string): string {
	const quoted = JSON.stringify(text);
	return `resourceVersion: Invalid value: ${quoted}: strconv.ParseUint: parsing ${quoted}: invalid syntax`;
}

/** A version that isn't there yet can't be read. Models apiserver/pkg/storage/errors.go NewTooLargeResourceVersionError. */
function tooLarge({ request, cache }: RequestContext): Status | undefined {
	const asked = Number(request.query?.resourceVersion ?? 0);
	return asked > cache.revision ? tooLargeVersion(asked, cache.revision) : undefined;
}
