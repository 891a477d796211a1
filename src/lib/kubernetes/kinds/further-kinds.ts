import { addSchema } from '../schema/schema.ts';
import { furtherSchemaText } from '../schema/further-schema-text.ts';
import { controllerRevisionKind } from './apps/controller-revision.ts';
import { daemonSetKind } from './apps/daemon-set.ts';
import { replicationControllerKind } from './apps/replication-controller.ts';
import { statefulSetKind } from './apps/stateful-set.ts';
import { customResourceDefinitionKind } from './apiextensions/custom-resource-definition.ts';
import { horizontalPodAutoscalerKind } from './autoscaling/horizontal-pod-autoscaler.ts';
import { cronJobKind } from './batch/cron-job.ts';
import { jobKind } from './batch/job.ts';
import type { KindRules } from './kind-rules.ts';
import { learnKinds } from './known-kinds.ts';
import { ingressClassKind } from './networking/ingress-class.ts';
import { ingressKind } from './networking/ingress.ts';
import { networkPolicyKind } from './networking/network-policy.ts';
import { podDisruptionBudgetKind } from './policy/pod-disruption-budget.ts';
import { limitRangeKind } from './quota/limit-range.ts';
import { resourceQuotaKind } from './quota/resource-quota.ts';
import { clusterRoleBindingKind, roleBindingKind } from './rbac/binding.ts';
import { clusterRoleKind, roleKind } from './rbac/role.ts';
import { plainKinds } from './small/plain-kinds.ts';
import { priorityClassKind } from './small/priority-class.ts';
import { storageClassKind } from './small/storage-class.ts';
import { persistentVolumeClaimKind } from './storage/persistent-volume-claim.ts';
import { persistentVolumeKind } from './storage/persistent-volume.ts';

const kinds: readonly KindRules[] = [
	clusterRoleBindingKind,
	clusterRoleKind,
	controllerRevisionKind,
	cronJobKind,
	customResourceDefinitionKind,
	daemonSetKind,
	horizontalPodAutoscalerKind,
	ingressClassKind,
	ingressKind,
	jobKind,
	limitRangeKind,
	networkPolicyKind,
	persistentVolumeClaimKind,
	persistentVolumeKind,
	...plainKinds,
	podDisruptionBudgetKind,
	priorityClassKind,
	replicationControllerKind,
	resourceQuotaKind,
	roleBindingKind,
	roleKind,
	statefulSetKind,
	storageClassKind
];

/**
 * Makes the kinds known that no part of the cluster works with: their fields, defaults, rules and columns. Whoever may be
 * asked for them calls it before the first request.
 */
export function learnFurtherKinds(): void {
	addSchema(furtherSchemaText);
	learnKinds(kinds);
}
