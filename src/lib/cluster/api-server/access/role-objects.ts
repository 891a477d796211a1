import type { KubeObject } from '#lib/kubernetes/object.ts';
import type { PolicyRule } from './policy-rule.ts';

/** Role and ClusterRole. */
export interface RoleObject extends KubeObject {
	readonly rules?: readonly PolicyRule[] | null;
}

export interface Subject {
	readonly kind: string;
	readonly name: string;
	readonly namespace?: string;
	readonly apiGroup?: string;
}

export interface RoleRef {
	readonly apiGroup: string;
	readonly kind: string;
	readonly name: string;
}

/** RoleBinding and ClusterRoleBinding. */
export interface BindingObject extends KubeObject {
	readonly roleRef: RoleRef;
	readonly subjects?: readonly Subject[];
}
