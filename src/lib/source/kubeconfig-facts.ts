import { subjectOf } from '#lib/kubectl/kubeconfig/certificate.ts';
import type { Kubeconfig } from '#lib/kubectl/kubeconfig/kubeconfig.ts';
import type { KubeconfigFacts } from '#lib/trace/local-fact.ts';

/** What a trace tells of a kubeconfig: where commands go, no secrets. */
export function kubeconfigFacts(config: Kubeconfig): KubeconfigFacts {
	return {
		current: config['current-context'],
		contexts: config.contexts.map(({ name, context }) => ({ name, ...context })),
		clusters: config.clusters.map(({ name, cluster }) => ({ name, server: cluster.server ?? '' })),
		users: config.users.map(({ name, user }) => {
			const certificate = subjectOf(user['client-certificate-data'] ?? '');
			return { name, ...(certificate && { certificate }) };
		})
	};
}
