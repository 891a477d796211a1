import type { ApiRequest, ApiResponse } from '#lib/kubernetes/api-client.ts';
import type { KubeObject } from '#lib/kubernetes/object.ts';
import { applyMergePatch } from '#lib/kubernetes/patch/merge-patch.ts';
import { applyStrategicMergePatch } from '#lib/kubernetes/patch/strategic-merge-patch.ts';
import { qualifiedPlural, type Resource, resourceAt } from '#lib/kubernetes/resources.ts';
import { ok, refused } from '#lib/kubectl/testing/typed-line.ts';

/** What is different in the world of one case. */
export interface Circumstances {
	/** Nothing has any name. */
	readonly isEmpty?: boolean;
	/** Whatever is created exists already. */
	readonly exists?: boolean;
	/** Put over every object, as a merge patch. */
	readonly over?: object;
	/** The ReplicaSets of a Deployment. */
	readonly replicaSets?: readonly KubeObject[];
	/** An answer instead of the usual one. */
	readonly answer?: (request: ApiRequest) => ApiResponse | undefined;
}

const template = {
	metadata: { labels: { app: 'web' } },
	spec: { containers: [{ name: 'nginx', image: 'nginx:1', resources: {} }] }
};

const specs: Readonly<Record<string, object>> = {
	Deployment: { replicas: 3, selector: { matchLabels: { app: 'web' } }, template },
	ReplicaSet: { replicas: 3, selector: { matchLabels: { app: 'web' } }, template },
	Pod: template.spec,
	Service: { selector: { app: 'web' }, ports: [{ port: 80 }], type: 'ClusterIP' }
};

const emptyTable = {
	kind: 'Table',
	apiVersion: 'meta.k8s.io/v1',
	metadata: {},
	columnDefinitions: [],
	rows: []
};

/** An API server that has an object of every name, and agrees to everything but what its circumstances forbid. */
export function scriptedServer(
	circumstances: Circumstances
): (request: ApiRequest) => ApiResponse | undefined {
	const deleted = new Set<string>();
	return (request) => {
		const { method, path, body } = request;
		const [, version = '', scope, plural = '', name] =
			/^\/apis?\/((?:[^/]+\/)?v[^/]+)(\/namespaces\/[^/]+(?=\/))?\/([^/]+)(?:\/([^/]+))?/.exec(
				path
			) ?? [];
		const resource = resourceAt(version, plural);
		const special = circumstances.answer?.(request);
		if (special !== undefined || resource === undefined) return special;
		const key = `${plural}/${name ?? ''}`;
		if (method === 'POST') {
			const { name: made = '' } = (body as KubeObject).metadata;
			return circumstances.exists
				? refused(
						409,
						'AlreadyExists',
						`${qualifiedPlural(resource)} ${JSON.stringify(made)} already exists`
					)
				: ok(body as object, 201);
		}
		if (name === undefined && request.asTable) return ok(emptyTable);
		if (name === undefined) return ok(listOf(resource, circumstances));
		if (circumstances.isEmpty || deleted.has(key) || name === 'nope') {
			const message = `${qualifiedPlural(resource)} ${JSON.stringify(name)} not found`;
			return refused(404, 'NotFound', message);
		}
		const found = objectOf(resource, name, scope, circumstances);
		if (method === 'GET') return ok(found);
		if (method === 'DELETE') {
			deleted.add(key);
			return ok({ kind: 'Status', apiVersion: 'v1', status: 'Success', details: { name } });
		}
		return ok(method === 'PUT' ? (body as object) : patched(found, request));
	};
}

function objectOf(
	{ apiVersion, kind }: Resource,
	name: string,
	scope: string | undefined,
	{ over = {} }: Circumstances
): KubeObject {
	const namespace = scope === undefined ? undefined : { namespace: scope.split('/').at(-1)! };
	const metadata = { name, ...namespace, uid: `uid-${name}` };
	return applyMergePatch(
		{ apiVersion, kind, metadata, spec: specs[kind] ?? {}, status: {} },
		over
	) as KubeObject;
}

function listOf({ apiVersion, kind }: Resource, { replicaSets = [] }: Circumstances): object {
	const items = kind === 'ReplicaSet' ? replicaSets : [];
	return { apiVersion, kind: `${kind}List`, metadata: {}, items };
}

function patched(found: KubeObject, { body, contentType = '' }: ApiRequest): object {
	if (contentType.startsWith('application/strategic')) {
		return applyStrategicMergePatch(found, body, found.kind) as object;
	}
	return contentType.startsWith('application/merge')
		? (applyMergePatch(found, body as Record<string, unknown>) as object)
		: found;
}
