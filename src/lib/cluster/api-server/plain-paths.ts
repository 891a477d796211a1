import type { KubeObject } from '#lib/kubernetes/object.ts';
import { discoveryAt } from './discovery.ts';
import { versionInfo } from './version.ts';

/** An answer that is text and no object: it stands in the body's `text`. */
export function textBody(text: string): KubeObject {
	return { kind: 'Text', apiVersion: 'v1', metadata: {}, text };
}

const healthPaths = ['/healthz', '/livez', '/readyz'];

/**
 * What is at a path that is no resource's, undefined when there is nothing.
 *
 * Models apiserver pkg/server/routes/version.go, pkg/server/healthz/healthz.go.
 */
export function bodyAt(path: string): KubeObject | undefined {
	const plain = path.replace(/\/$/, '');
	if (plain === '/version') return versionInfo as unknown as KubeObject;
	if (healthPaths.includes(plain)) return textBody('ok');
	if (plain === '/metrics') return textBody('');
	return discoveryAt(plain) as KubeObject | undefined;
}
