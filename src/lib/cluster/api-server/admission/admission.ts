import type { KubeObject, Status } from '#lib/kubernetes/object.ts';
import type { RequestContext } from '../operation.ts';
import type { AdmissionPlugin } from './admission-plugin.ts';
import { quotaCharges, type QuotaCharge } from './resource-quota.ts';
import { beyondLimits, admitLimits } from './limit-ranger.ts';
import { admitStorageClass } from './default-storage-class.ts';
import { invalidPolicy } from './pod-security/namespace-policy.ts';
import { insecurePod } from './pod-security/pod-security.ts';
import { secondDefaultClass } from './priority.ts';
import { admitDefaultTolerations } from './default-tolerations.ts';
import { admitNamespaceLifecycle } from './namespace-lifecycle.ts';
import { admitNodeRestriction } from './node-restriction.ts';
import { admitNodeTaint } from './node-taint.ts';
import { admitPodTopology } from './pod-topology.ts';
import { admitPriority } from './priority.ts';
import { admitRuntimeClass } from './runtime-class.ts';
import { admitServiceAccount } from './service-account.ts';
import { isStatus } from '#lib/kubernetes/status.ts';
import { changedFields, type Mutation } from './mutation.ts';

/** In the order in which the API server runs them (pkg/kubeapiserver/options/plugins.go AllOrderedPlugins). */
const plugins: readonly (readonly [string, AdmissionPlugin])[] = [
	['NamespaceLifecycle', admitNamespaceLifecycle],
	['LimitRanger', admitLimits],
	['ServiceAccount', admitServiceAccount],
	['NodeRestriction', admitNodeRestriction],
	['TaintNodesByCondition', admitNodeTaint],
	['Priority', admitPriority],
	['DefaultTolerationSeconds', admitDefaultTolerations],
	['RuntimeClass', admitRuntimeClass],
	['DefaultStorageClass', admitStorageClass],
	['PodTopologyLabels', admitPodTopology]
];

/** The object after every plugin, with what those have changed that did; or the first refusal. */
export function admit(
	object: KubeObject,
	context: RequestContext
): { object: KubeObject; mutations: Mutation[] } | Status {
	let admitted = object;
	const mutations: Mutation[] = [];
	for (const [name, plugin] of plugins) {
		const result = plugin(admitted, context);
		if (isStatus(result)) return result;
		if (result !== admitted)
			mutations.push({ plugin: name, fields: changedFields(admitted, result) });
		admitted = result;
	}
	return { object: admitted, mutations };
}

/** What an object is charged for when nothing is said against it any more. */
export interface Admitted {
	readonly charges: readonly QuotaCharge[];
}

/**
 * The last word on a new object, once it is known to be valid: it can only be refused. Quotas come last, so that nothing is
 * charged that isn't made.
 */
export function admitFinally(object: KubeObject, context: RequestContext): Admitted | Status {
	const refusal =
		beyondLimits(object, context) ??
		insecurePod(object, context) ??
		invalidPolicy(object, null, context) ??
		secondDefaultClass(object, context);
	if (refusal !== undefined) return refusal;
	const charges = quotaCharges(object, context);
	return isStatus(charges) ? (charges as Status) : { charges: charges as readonly QuotaCharge[] };
}
