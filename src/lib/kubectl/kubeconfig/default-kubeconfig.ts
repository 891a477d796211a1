import { certificateData } from './certificate.ts';
import type { Kubeconfig } from './kubeconfig.ts';

/** Where a kubeconfig lies that nothing else names. */
export const kubeconfigPath = '/home/user/.kube/config';

/** What a simulated terminal has at first: one cluster, and its admin. */
export const defaultKubeconfig: Kubeconfig = {
	clusters: [
		{
			name: 'sim',
			cluster: {
				server: 'https://127.0.0.1:6443',
				'certificate-authority-data': btoa('CN=kubernetes')
			}
		}
	],
	contexts: [{ name: 'sim', context: { cluster: 'sim', namespace: 'default', user: 'admin' } }],
	'current-context': 'sim',
	users: [
		{
			name: 'admin',
			user: {
				'client-certificate-data': certificateData('kubernetes-admin', ['system:masters']),
				'client-key-data': btoa('secret')
			}
		}
	]
};
