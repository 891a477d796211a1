import { type Describer, plainly, quietly } from '../describer.ts';
import { describeBinding, describeRole } from './access.ts';
import { describeAutoscaler } from './autoscaler.ts';
import { describeIngress, describeIngressClass } from './ingress.ts';
import { describeCronJob, describeJob } from './jobs.ts';
import { describeNetworkPolicy } from './network-policy.ts';
import { describeBudget, describePriorityClass } from './policies.ts';
import { describeLimitRange, describeNamespace, describeQuota } from './quota.ts';
import {
	describePersistentVolume,
	describePersistentVolumeClaim,
	describeStorageClass
} from './storage.ts';
import {
	describeDaemonSet,
	describeReplicationController,
	describeStatefulSet
} from './workloads.ts';

/** Describers of the kinds that no part of the cluster works with. */
export const furtherDescribers: Readonly<Record<string, Describer>> = {
	ClusterRole: quietly(describeRole),
	ClusterRoleBinding: quietly(describeBinding),
	CronJob: plainly(describeCronJob),
	DaemonSet: describeDaemonSet,
	HorizontalPodAutoscaler: plainly(describeAutoscaler),
	Ingress: describeIngress,
	IngressClass: plainly(describeIngressClass),
	Job: plainly(describeJob),
	LimitRange: quietly(describeLimitRange),
	Namespace: describeNamespace,
	NetworkPolicy: quietly(describeNetworkPolicy),
	PersistentVolume: plainly(describePersistentVolume),
	PersistentVolumeClaim: describePersistentVolumeClaim,
	PodDisruptionBudget: plainly(describeBudget),
	PriorityClass: plainly(describePriorityClass),
	ReplicationController: describeReplicationController,
	ResourceQuota: quietly(describeQuota),
	Role: quietly(describeRole),
	RoleBinding: quietly(describeBinding),
	StatefulSet: describeStatefulSet,
	StorageClass: plainly(describeStorageClass)
};
