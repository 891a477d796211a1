import type { ApiClient } from '#lib/kubernetes/api-client.ts';
import { isDeepEqual } from '#lib/kubernetes/deep-equal.ts';
import type { KubeObject } from '#lib/kubernetes/object.ts';
import type { Kernel } from '../../kernel/kernel.ts';
import type { ResourceCache } from '../resource-cache.ts';
import { ask, insist, RequestRefused, type Work } from '../work.ts';
import { WorkQueue } from '../work-queue.ts';
import { rootCertificate, rootCertificateName } from './root-certificate.ts';

/**
 * Gives every namespace a copy of the cluster's root certificate, without which no Pod starts there, and puts it right when
 * someone changes it. Models pkg/controller/certificates/rootcacertpublisher/publisher.go.
 */
export class RootCertificatePublisher {
	private readonly queue: WorkQueue;

	constructor(
		kernel: Kernel,
		client: ApiClient,
		namespaces: ResourceCache<KubeObject>,
		private readonly configMaps: ResourceCache<KubeObject>
	) {
		this.queue = new WorkQueue(kernel, client, {
			name: 'root-ca-cert-publisher',
			workers: 1,
			sync: (namespace) => this.sync(namespace)
		});
		namespaces.onChange((after) => {
			if (after !== null && isStaying(after)) this.queue.add(after.metadata.name!);
		});
		configMaps.onChange((after, before) => {
			const { name, namespace } = (after ?? before)!.metadata;
			if (name === rootCertificateName && before !== null) this.queue.add(namespace!);
		});
	}

	private *sync(namespace: string): Work {
		const wanted = rootCertificate(namespace);
		const path = `/api/v1/namespaces/${namespace}/configmaps`;
		const current = this.configMaps.get(`${namespace}/${rootCertificateName}`);
		if (current === undefined) {
			const response = yield* ask({ method: 'POST', path, body: wanted });
			if (response.code < 300) return;
			const refusal = new RequestRefused(response);
			if (!refusal.isNamespaceTerminating && refusal.code !== 404) throw refusal;
			return;
		}
		const isDescribed = current.metadata.annotations !== undefined;
		if (isDescribed && isDeepEqual(current.data, wanted.data)) return;
		const annotations = { ...current.metadata.annotations, ...wanted.metadata.annotations };
		const metadata = { ...current.metadata, annotations };
		const body = { ...current, metadata, data: wanted.data };
		yield* insist({ method: 'PUT', path: `${path}/${rootCertificateName}`, body });
	}
}

function isStaying({ status }: KubeObject): boolean {
	return (status as { phase?: string } | undefined)?.phase !== 'Terminating';
}
