/**
 * API objects as plain data, with the field names of the Kubernetes JSON API.
 *
 * Only the fields that Kinetes reads are typed; others pass through untouched. Objects are immutable by
 * convention: whoever changes one makes a new one, so that every version that etcd ever held can be shared.
 */
export interface ObjectMeta {
	readonly name?: string;
	readonly generateName?: string;
	readonly namespace?: string;
	readonly uid?: string;
	readonly resourceVersion?: string;
	readonly generation?: number;
	/** RFC 3339, seconds. */
	readonly creationTimestamp?: string;
	readonly deletionTimestamp?: string;
	/** Seconds. */
	readonly deletionGracePeriodSeconds?: number;
	readonly labels?: Readonly<Record<string, string>>;
	readonly annotations?: Readonly<Record<string, string>>;
	readonly finalizers?: readonly string[];
	readonly ownerReferences?: readonly OwnerReference[];
}

export interface OwnerReference {
	readonly apiVersion: string;
	readonly kind: string;
	readonly name: string;
	readonly uid: string;
	readonly controller?: boolean;
	readonly blockOwnerDeletion?: boolean;
}

/** Any object of the API. */
export interface KubeObject {
	readonly apiVersion: string;
	readonly kind: string;
	readonly metadata: ObjectMeta;
	readonly [field: string]: unknown;
}

/** The `Status` object that the API server answers when it refuses, and after some deletes. */
export interface Status {
	readonly kind: 'Status';
	readonly apiVersion: 'v1';
	readonly metadata: Record<string, unknown>;
	readonly status: 'Success' | 'Failure';
	readonly message?: string;
	readonly reason?: string;
	readonly details?: {
		readonly name?: string;
		readonly group?: string;
		readonly kind?: string;
		readonly uid?: string;
		readonly causes?: readonly { reason?: string; message?: string; field?: string }[];
		readonly retryAfterSeconds?: number;
	};
	readonly code?: number;
}
