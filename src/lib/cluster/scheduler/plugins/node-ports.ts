import type { ContainerPort, Pod } from '#lib/kubernetes/pod.ts';
import type { Plugin } from '../framework.ts';
import { hostPortsOf } from '../node-info.ts';

/** Two Pods on one node can't have the same host port. Models framework/plugins/nodeports/node_ports.go. */
export const nodePorts: Plugin = {
	name: 'NodePorts',
	filter(pod) {
		const wanted = hostPortsOf(pod);
		if (wanted.length === 0) return undefined;
		const isTaken = (other: Pod): boolean =>
			hostPortsOf(other).some((taken) => wanted.some((port) => collide(port, taken)));
		return {
			node({ pods }) {
				for (const other of pods.values()) if (isTaken(other)) return refusal;
				return undefined;
			}
		};
	},
	wakes: (pod, change) =>
		change.type === 'node-added' ||
		(change.type === 'pod-gone' &&
			hostPortsOf(change.pod).some((freed) =>
				hostPortsOf(pod).some((wanted) => collide(wanted, freed))
			))
};

const refusal = {
	reasons: ["node(s) didn't have free ports for the requested pod ports"],
	unresolvable: false
};

/** 0.0.0.0 is every address. */
function collide(a: ContainerPort, b: ContainerPort): boolean {
	if (a.hostPort !== b.hostPort || (a.protocol ?? 'TCP') !== (b.protocol ?? 'TCP')) return false;
	const first = a.hostIP || '0.0.0.0';
	const second = b.hostIP || '0.0.0.0';
	return first === second || first === '0.0.0.0' || second === '0.0.0.0';
}
