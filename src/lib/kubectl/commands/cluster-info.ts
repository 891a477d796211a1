import type { Command } from '../command.ts';
import { atOnce } from '../steps.ts';

/** Services are not listed: there are none. Models kubectl pkg/cmd/clusterinfo/clusterinfo.go. */
export const clusterInfo: Command = {
	name: 'cluster-info',
	flags: [],
	run({ out }) {
		out(
			"Kubernetes control plane is running at https://127.0.0.1:6443\n\nTo further debug and diagnose cluster problems, use 'kubectl cluster-info dump'.\n"
		);
		return atOnce();
	}
};
