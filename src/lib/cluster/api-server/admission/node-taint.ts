import type { KubeObject, Status } from '#lib/kubernetes/object.ts';
import type { Node, Taint } from '#lib/kubernetes/pod.ts';
import type { RequestContext } from '../operation.ts';

const notReady: Taint = { key: 'node.kubernetes.io/not-ready', effect: 'NoSchedule' };

/** A new node takes no Pods until it has been seen to be ready. Models plugin/pkg/admission/nodetaint/admission.go Admit. */
export function admitNodeTaint(object: KubeObject, { route }: RequestContext): KubeObject | Status {
	if (route.verb !== 'create' || route.resource !== 'nodes') return object;
	const node = object as Node;
	const taints = node.spec?.taints ?? [];
	const has = taints.some(({ key, effect }) => key === notReady.key && effect === notReady.effect);
	return has ? node : { ...node, spec: { ...node.spec, taints: [...taints, notReady] } };
}
