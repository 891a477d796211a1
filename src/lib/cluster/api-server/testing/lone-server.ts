import type { ApiRequest, ApiResponse } from '#lib/kubernetes/api-client.ts';
import type { KubeObject } from '#lib/kubernetes/object.ts';
import { collectionPath, resourceOfKind } from '#lib/kubernetes/resources.ts';
import { Etcd } from '../../etcd/etcd.ts';
import { Kernel } from '../../kernel/kernel.ts';
import { ApiServer } from '../api-server.ts';
import type { Credential } from '../authentication.ts';

const admin: Credential = {
	type: 'certificate',
	commonName: 'admin',
	organizations: ['system:masters']
};

/** An API server with the namespace default and nothing that acts on its own, for tests. */
export class LoneServer {
	readonly kernel = new Kernel(1, Date.parse('2026-01-01T00:00:00Z'));
	readonly server = new ApiServer(this.kernel, new Etcd());

	constructor() {
		this.server.seed('namespaces', {
			apiVersion: 'v1',
			kind: 'Namespace',
			metadata: { name: 'default' },
			status: { phase: 'Active' }
		});
		this.server.seed('serviceaccounts', {
			apiVersion: 'v1',
			kind: 'ServiceAccount',
			metadata: { name: 'default', namespace: 'default' }
		});
	}

	/** The answer to a request, which took its time. */
	ask(request: ApiRequest, credential: Credential = admin): ApiResponse {
		let answer: ApiResponse | undefined;
		this.server.clientFor('test', credential).request(request, (given) => (answer = given));
		this.kernel.runUntil(this.kernel.nowMs + 100);
		return answer!;
	}

	/** Creates an object in its namespace, else in default. */
	create(object: KubeObject): ApiResponse {
		const resource = resourceOfKind(object.apiVersion, object.kind)!;
		const path = collectionPath(resource, object.metadata.namespace ?? 'default');
		return this.ask({ method: 'POST', path, body: object });
	}

	/** What is stored at a path, undefined when nothing is. */
	get(path: string): KubeObject | undefined {
		const { code, body } = this.ask({ method: 'GET', path });
		return code === 200 ? (body as KubeObject) : undefined;
	}
}
