import type { Credential } from '#lib/cluster/api-server/authentication.ts';
import type { Cluster } from '#lib/cluster/cluster.ts';
import type { ApiClient } from '#lib/kubernetes/api-client.ts';
import type { Connection } from '#lib/kubectl/kubeconfig/connection.ts';

/** Where the API server of a simulated cluster is, unless a kubeconfig says otherwise. */
export const simulatedServer = 'https://127.0.0.1:6443';

/**
 * What a person's kubectl is given to reach clusters with.
 *
 * @param clusterAt the cluster whose API server is at an address; undefined: nobody listens there
 * @param actor as whom the trace tells what is sent
 */
export function connectTo(
	clusterAt: (server: string) => Cluster | undefined,
	actor: string
): (connection: Connection) => ApiClient | undefined {
	return (connection) => clusterAt(connection.server)?.clientFor(actor, credentialOf(connection));
}

/** What the kubeconfig's user shows, as the API server takes it. */
function credentialOf({ token, certificate }: Connection): Credential {
	if (token !== undefined) return { type: 'token', token };
	return certificate === undefined ? { type: 'none' } : { type: 'certificate', ...certificate };
}
