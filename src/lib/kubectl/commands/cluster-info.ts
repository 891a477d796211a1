import { call } from '../api-call.ts';
import type { Command } from '../command.ts';

/** Services are not listed: there are none. Models kubectl pkg/cmd/clusterinfo/clusterinfo.go. */
export const clusterInfo: Command = {
	name: 'cluster-info',
	flags: [],
	*run(context) {
		const query = { labelSelector: 'kubernetes.io/cluster-service=true', limit: '500' };
		yield* call({ method: 'GET', path: '/api/v1/namespaces/kube-system/services', query });
		context.out(
			`Kubernetes control plane is running at ${context.server}\n\nTo further debug and diagnose cluster problems, use 'kubectl cluster-info dump'.\n`
		);
	}
};
