import type { Plugin } from '../framework.ts';

/** A Pod that names its node goes there or nowhere. Models framework/plugins/nodename/node_name.go. */
export const nodeName: Plugin = {
	name: 'NodeName',
	filter(pod) {
		const wanted = pod.spec.nodeName;
		if (!wanted) return undefined;
		const reasons = ["node(s) didn't match the requested node name"];
		return { node: ({ name }) => (name === wanted ? undefined : { reasons, unresolvable: true }) };
	},
	wakes: (_pod, change) => change.type === 'node-added'
};
