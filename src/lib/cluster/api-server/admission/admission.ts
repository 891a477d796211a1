import type { KubeObject, Status } from '#lib/kubernetes/object.ts';
import type { RequestContext } from '../operation.ts';
import type { AdmissionPlugin } from './admission-plugin.ts';
import { admitDefaultTolerations } from './default-tolerations.ts';
import { admitNamespaceLifecycle } from './namespace-lifecycle.ts';
import { admitNodeTaint } from './node-taint.ts';
import { admitPodTopology } from './pod-topology.ts';
import { admitPriority } from './priority.ts';
import { admitRuntimeClass } from './runtime-class.ts';
import { admitServiceAccount } from './service-account.ts';
import { isStatus } from '#lib/kubernetes/status.ts';

/** In the order in which the API server runs them (pkg/kubeapiserver/options/plugins.go AllOrderedPlugins). */
const plugins: readonly (readonly [string, AdmissionPlugin])[] = [
	['NamespaceLifecycle', admitNamespaceLifecycle],
	['ServiceAccount', admitServiceAccount],
	['TaintNodesByCondition', admitNodeTaint],
	['Priority', admitPriority],
	['DefaultTolerationSeconds', admitDefaultTolerations],
	['RuntimeClass', admitRuntimeClass],
	['PodTopologyLabels', admitPodTopology]
];

/** The object after every plugin, with the names of those that changed it; or the first refusal. */
export function admit(
	object: KubeObject,
	context: RequestContext
): { object: KubeObject; mutatedBy: string[] } | Status {
	let admitted = object;
	const mutatedBy: string[] = [];
	for (const [name, plugin] of plugins) {
		const result = plugin(admitted, context);
		if (isStatus(result)) return result;
		if (result !== admitted) mutatedBy.push(name);
		admitted = result;
	}
	return { object: admitted, mutatedBy };
}
