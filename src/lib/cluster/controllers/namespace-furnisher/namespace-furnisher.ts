import type { ApiClient } from '#lib/kubernetes/api-client.ts';
import type { KubeObject } from '#lib/kubernetes/object.ts';
import { Informer } from '../../informer.ts';
import type { Kernel } from '../../kernel/kernel.ts';

/**
 * Gives every namespace its `default` ServiceAccount and its copy of the cluster's root certificate; without them no Pod
 * could be made there. Models pkg/controller/serviceaccount/serviceaccounts_controller.go and
 * pkg/controller/certificates/rootcacertpublisher/publisher.go.
 */
export class NamespaceFurnisher {
	constructor(
		private readonly kernel: Kernel,
		private readonly client: ApiClient
	) {}

	start(): void {
		new Informer<KubeObject>(this.kernel, this.client, '/api/v1/namespaces', (after) => {
			if (after === null || after.metadata.deletionTimestamp !== undefined) return;
			this.furnish(after.metadata.name!);
		}).start();
	}

	private furnish(namespace: string): void {
		const path = `/api/v1/namespaces/${namespace}`;
		this.ensure(`${path}/serviceaccounts`, {
			kind: 'ServiceAccount',
			apiVersion: 'v1',
			metadata: { name: 'default', namespace }
		});
		this.ensure(`${path}/configmaps`, rootCertificate(namespace));
	}

	private ensure(path: string, object: KubeObject): void {
		this.client.request({ method: 'GET', path: `${path}/${object.metadata.name}` }, ({ code }) => {
			if (code === 404) this.client.request({ method: 'POST', path, body: object }, () => {});
		});
	}
}

/** The certificate itself is made up; nothing here verifies it. */
export function rootCertificate(namespace: string): KubeObject {
	return {
		kind: 'ConfigMap',
		apiVersion: 'v1',
		metadata: {
			name: 'kube-root-ca.crt',
			namespace,
			annotations: {
				'kubernetes.io/description':
					'Contains a CA bundle that can be used to verify the kube-apiserver when using internal endpoints such as the internal service IP or kubernetes.default.svc. No other usage is guaranteed across distributions of Kubernetes clusters.'
			}
		},
		data: { 'ca.crt': '-----BEGIN CERTIFICATE-----\nS2luZXRlcw==\n-----END CERTIFICATE-----\n' }
	};
}
