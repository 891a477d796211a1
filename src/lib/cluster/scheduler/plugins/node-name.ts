import type { Plugin } from '../framework.ts';

/** A Pod that names its node goes there or nowhere. Models framework/plugins/nodename/node_name.go. */
export const nodeName: Plugin = {
	name: 'NodeName',
	filter: (pod, { name }) =>
		!pod.spec.nodeName || pod.spec.nodeName === name
			? undefined
			: {
					reasons: ["node(s) didn't match the requested node name"],
					unresolvable: true
				},
	wakes: (_pod, change) => change.type === 'node-added'
};
