import { resource, type Resource } from './resource.ts';

const createOnly = ['create'];

/** The rest of what kube-apiserver 1.35.4 serves, in the order of its groups. */
export const furtherResources: readonly Resource[] = [
	resource('v1', 'Binding', { verbs: createOnly }),
	resource('v1', 'ComponentStatus', {
		shortNames: ['cs'],
		plural: 'componentstatuses',
		clusterWide: true,
		verbs: ['get', 'list']
	}),
	resource('v1', 'LimitRange', { shortNames: ['limits'] }),
	resource('v1', 'PersistentVolumeClaim', { shortNames: ['pvc'], subresources: ['status'] }),
	resource('v1', 'PersistentVolume', {
		shortNames: ['pv'],
		clusterWide: true,
		subresources: ['status']
	}),
	resource('v1', 'PodTemplate'),
	resource('v1', 'ReplicationController', {
		shortNames: ['rc'],
		subresources: ['scale', 'status'],
		inAll: true
	}),
	resource('v1', 'ResourceQuota', { shortNames: ['quota'], subresources: ['status'] }),
	resource('apps/v1', 'ControllerRevision'),
	resource('apps/v1', 'DaemonSet', { shortNames: ['ds'], subresources: ['status'], inAll: true }),
	resource('apps/v1', 'StatefulSet', {
		shortNames: ['sts'],
		subresources: ['scale', 'status'],
		inAll: true
	}),
	resource('batch/v1', 'CronJob', { shortNames: ['cj'], subresources: ['status'], inAll: true }),
	resource('batch/v1', 'Job', { subresources: ['status'], inAll: true }),
	resource('autoscaling/v2', 'HorizontalPodAutoscaler', {
		shortNames: ['hpa'],
		subresources: ['status'],
		inAll: true
	}),
	resource('policy/v1', 'PodDisruptionBudget', { shortNames: ['pdb'], subresources: ['status'] }),
	resource('networking.k8s.io/v1', 'IngressClass', { plural: 'ingressclasses', clusterWide: true }),
	resource('networking.k8s.io/v1', 'Ingress', {
		shortNames: ['ing'],
		plural: 'ingresses',
		subresources: ['status']
	}),
	resource('networking.k8s.io/v1', 'IPAddress', {
		shortNames: ['ip'],
		plural: 'ipaddresses',
		clusterWide: true
	}),
	resource('networking.k8s.io/v1', 'NetworkPolicy', {
		shortNames: ['netpol'],
		plural: 'networkpolicies'
	}),
	resource('networking.k8s.io/v1', 'ServiceCIDR', { clusterWide: true, subresources: ['status'] }),
	resource('rbac.authorization.k8s.io/v1', 'ClusterRoleBinding', { clusterWide: true }),
	resource('rbac.authorization.k8s.io/v1', 'ClusterRole', { clusterWide: true }),
	resource('rbac.authorization.k8s.io/v1', 'RoleBinding'),
	resource('rbac.authorization.k8s.io/v1', 'Role'),
	resource('storage.k8s.io/v1', 'CSIDriver', { clusterWide: true }),
	resource('storage.k8s.io/v1', 'CSINode', { clusterWide: true }),
	resource('storage.k8s.io/v1', 'CSIStorageCapacity', { plural: 'csistoragecapacities' }),
	resource('storage.k8s.io/v1', 'StorageClass', {
		shortNames: ['sc'],
		plural: 'storageclasses',
		clusterWide: true
	}),
	resource('storage.k8s.io/v1', 'VolumeAttachment', {
		clusterWide: true,
		subresources: ['status']
	}),
	resource('storage.k8s.io/v1', 'VolumeAttributesClass', {
		shortNames: ['vac'],
		plural: 'volumeattributesclasses',
		clusterWide: true
	}),
	resource('scheduling.k8s.io/v1', 'PriorityClass', {
		shortNames: ['pc'],
		plural: 'priorityclasses',
		clusterWide: true
	}),
	resource('events.k8s.io/v1', 'Event', { shortNames: ['ev'] }),
	resource('certificates.k8s.io/v1', 'CertificateSigningRequest', {
		shortNames: ['csr'],
		clusterWide: true,
		subresources: ['approval', 'status']
	}),
	resource('authorization.k8s.io/v1', 'LocalSubjectAccessReview', { verbs: createOnly }),
	resource('authorization.k8s.io/v1', 'SelfSubjectAccessReview', {
		clusterWide: true,
		verbs: createOnly
	}),
	resource('authorization.k8s.io/v1', 'SelfSubjectRulesReview', {
		clusterWide: true,
		verbs: createOnly
	}),
	resource('authorization.k8s.io/v1', 'SubjectAccessReview', {
		clusterWide: true,
		verbs: createOnly
	}),
	resource('authentication.k8s.io/v1', 'SelfSubjectReview', {
		clusterWide: true,
		verbs: createOnly
	}),
	resource('authentication.k8s.io/v1', 'TokenReview', { clusterWide: true, verbs: createOnly }),
	resource('admissionregistration.k8s.io/v1', 'MutatingWebhookConfiguration', {
		clusterWide: true,
		isExtension: true
	}),
	resource('admissionregistration.k8s.io/v1', 'ValidatingAdmissionPolicy', {
		plural: 'validatingadmissionpolicies',
		clusterWide: true,
		subresources: ['status'],
		isExtension: true
	}),
	resource('admissionregistration.k8s.io/v1', 'ValidatingAdmissionPolicyBinding', {
		clusterWide: true,
		isExtension: true
	}),
	resource('admissionregistration.k8s.io/v1', 'ValidatingWebhookConfiguration', {
		clusterWide: true,
		isExtension: true
	}),
	resource('apiextensions.k8s.io/v1', 'CustomResourceDefinition', {
		shortNames: ['crd', 'crds'],
		clusterWide: true,
		subresources: ['status'],
		isExtension: true
	}),
	resource('apiregistration.k8s.io/v1', 'APIService', {
		clusterWide: true,
		subresources: ['status'],
		isExtension: true
	}),
	resource('node.k8s.io/v1', 'RuntimeClass', { plural: 'runtimeclasses', clusterWide: true }),
	resource('flowcontrol.apiserver.k8s.io/v1', 'FlowSchema', {
		clusterWide: true,
		subresources: ['status']
	}),
	resource('flowcontrol.apiserver.k8s.io/v1', 'PriorityLevelConfiguration', {
		clusterWide: true,
		subresources: ['status']
	})
];

/** Served beside a version that is preferred. */
export const olderVersions: readonly Resource[] = [
	resource('autoscaling/v1', 'HorizontalPodAutoscaler', {
		shortNames: ['hpa'],
		subresources: ['status'],
		inAll: true
	})
];
