import type { BodyReading } from './body/body-reading.ts';
import type { KubeObject, Status } from './object.ts';

/** The HTTP verb that carries an API verb. */
export type HttpMethod = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

/** A method that no API verb goes by; every path refuses it. */
export type OtherMethod = 'HEAD' | 'OTHER';

/** One request to the API server, as it would go over HTTP. */
export interface ApiRequest {
	readonly method: HttpMethod | OtherMethod;
	/** Without the query, e.g. `/api/v1/namespaces/default/pods/web/status`. */
	readonly path: string;
	readonly query?: Readonly<Record<string, string>>;
	/** An object, or for JSON patches a list. */
	readonly body?: unknown;
	/** What is to be said of a body that came as text. */
	readonly reading?: BodyReading;
	/** What its client is told, once it may ask: that its answer can't be given in any form that it takes. */
	readonly unacceptable?: Status;
	/** Content type; for PATCH it says which kind of patch. Default `application/json`. */
	readonly contentType?: string;
	/** The `User-Agent` header; undefined: that of the component that asks. What stands before its slash manages what is written. */
	readonly userAgent?: string;
	/** Its answers have `metadata.managedFields`, as those of a real server always do. */
	readonly withManagedFields?: boolean;
	/** `Impersonate-…` headers: as whom it shall be made. */
	readonly impersonate?: Impersonation;
	/** `Accept: application/json;as=Table…` makes the server answer a `meta.k8s.io/v1` Table. */
	readonly asTable?: boolean;
	/** `Accept: …;as=APIGroupDiscoveryList`: all of discovery in one answer. */
	readonly asDiscovery?: boolean;
}

/** As whom a request shall be made; without a user it is refused. */
export interface Impersonation {
	readonly user?: string;
	readonly groups?: readonly string[];
	readonly uid?: string;
	readonly extra?: Readonly<Record<string, readonly string[]>>;
}

export interface ApiResponse {
	/** HTTP status code. */
	readonly code: number;
	/** An object, a list, a Table or a `Status`. */
	readonly body: KubeObject | Status | ApiTable | ApiList;
	/** `Warning:` headers, each printed by kubectl as `Warning: …` on stderr. */
	readonly warnings?: readonly string[];
}

export interface ApiList {
	readonly kind: string;
	readonly apiVersion: string;
	readonly metadata: {
		readonly resourceVersion?: string;
		readonly continue?: string;
		readonly remainingItemCount?: number;
	};
	readonly items: readonly KubeObject[];
}

/** `meta.k8s.io/v1` Table: what `kubectl get` prints. */
export interface ApiTable {
	readonly kind: 'Table';
	readonly apiVersion: 'meta.k8s.io/v1';
	readonly metadata: { readonly resourceVersion?: string };
	readonly columnDefinitions: readonly {
		readonly name: string;
		readonly type: string;
		readonly format: string;
		readonly description: string;
		/** 0 is shown always, 1 with `-o wide`. */
		readonly priority: number;
	}[];
	readonly rows: readonly {
		readonly cells: readonly unknown[];
		readonly object: KubeObject;
		/** What is to be said of the whole row, such as that it is completed. */
		readonly conditions?: readonly RowCondition[];
	}[];
}

export interface RowCondition {
	readonly type: 'Completed';
	readonly status: 'True';
	readonly reason: string;
	readonly message: string;
}

export interface WatchEvent {
	readonly type: 'ADDED' | 'MODIFIED' | 'DELETED' | 'BOOKMARK' | 'ERROR';
	/** The object, or with `asTable` a Table of one row. */
	readonly object: KubeObject | ApiTable | Status;
}

export interface WatchHandle {
	/** Ends the watch; nothing arrives any more. */
	stop(): void;
}

/**
 * The one way to the API server. Nothing outside `etcd/` and `api-server/` holds a store: a controller, a kubelet and
 * kubectl are each handed one of these. Answers arrive later in virtual time, never during the call.
 */
export interface ApiClient {
	request(request: ApiRequest, onResponse: (response: ApiResponse) => void): void;
	/**
	 * A watch is a GET with `watch=true` in the query. `onClosed` is called when the server ends it: with a response if
	 * it was refused before it began (403, 410, …).
	 */
	watch(
		request: ApiRequest,
		onEvent: (event: WatchEvent) => void,
		onClosed?: (response?: ApiResponse) => void
	): WatchHandle;
}
