import type { KubeObject } from '#lib/kubernetes/object.ts';
import { versionInfo } from './version.ts';

/** An answer that is text and no object: it stands in the body's `text`. */
function textBody(text: string): KubeObject {
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
	return healthPaths.includes(plain) ? textBody('ok') : undefined;
}
