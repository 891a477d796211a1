import type { KubeObject } from '#lib/kubernetes/object.ts';

/** The name under which every namespace has its copy. */
export const rootCertificateName = 'kube-root-ca.crt';

/** The cluster's root certificate for a namespace. The certificate itself is made up; nothing here verifies it. */
export function rootCertificate(namespace: string): KubeObject {
	return {
		kind: 'ConfigMap',
		apiVersion: 'v1',
		metadata: {
			name: rootCertificateName,
			namespace,
			annotations: {
				'kubernetes.io/description':
					'Contains a CA bundle that can be used to verify the kube-apiserver when using internal endpoints such as the internal service IP or kubernetes.default.svc. No other usage is guaranteed across distributions of Kubernetes clusters.'
			}
		},
		data: { 'ca.crt': '-----BEGIN CERTIFICATE-----\nS2luZXRlcw==\n-----END CERTIFICATE-----\n' }
	};
}
