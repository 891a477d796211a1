import type { ApiRequest, ApiResponse } from '#lib/kubernetes/api-client.ts';
import type { KubeObject } from '#lib/kubernetes/object.ts';
import { noSuchPath } from '#lib/kubernetes/status.ts';
import { aggregatedDiscovery } from './aggregated-discovery.ts';
import type { CustomResources } from './custom-resources.ts';
import { discoveryAt } from './discovery.ts';
import { healthAt, rootPaths } from './root-paths.ts';
import { versionInfo } from './version.ts';

/** An answer that is text and no object: it stands in the body's `text`. */
function textBody(text: string): KubeObject {
	return { kind: 'Text', apiVersion: 'v1', metadata: {}, text };
}

/** Go's own answer where nothing is. */
export function nothingHere(): ApiResponse {
	return { code: 404, body: textBody('404 page not found\n') };
}

/**
 * What is at a path that is no resource's, or that nothing is.
 *
 * Models apiserver pkg/server/routes/version.go, pkg/server/healthz/healthz.go, and pkg/server/handler.go for what is not there.
 */
export function plainAnswer(
	{ path, query, unacceptable, asDiscovery }: ApiRequest,
	custom: CustomResources
): ApiResponse {
	const body = bodyAt(path, query?.['verbose'] !== undefined, custom);
	if (body !== undefined) {
		if (unacceptable !== undefined) return { code: unacceptable.code!, body: unacceptable };
		const whole = asDiscovery === true ? aggregatedDiscovery(body, custom) : undefined;
		return { code: 200, body: (whole as KubeObject | undefined) ?? body };
	}
	return /^\/api(\/|$)/.test(path) ? { code: 404, body: noSuchPath() } : nothingHere();
}

function bodyAt(path: string, isVerbose: boolean, custom: CustomResources): KubeObject | undefined {
	const plain = path.replace(/\/$/, '');
	if (plain === '/version') return versionInfo as unknown as KubeObject;
	const health = healthAt(plain, isVerbose);
	if (health !== undefined) return textBody(health);
	if (plain === '') return { paths: rootPaths(custom) } as unknown as KubeObject;
	if (plain === '/metrics') return textBody('');
	return discoveryAt(plain, custom) as KubeObject | undefined;
}
