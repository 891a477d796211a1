import type { ApiRequest, ApiResponse } from '#lib/kubernetes/api-client.ts';
import type { KubeObject, Status } from '#lib/kubernetes/object.ts';
import type { Resource } from '#lib/kubernetes/resources.ts';
import type { Random } from '../kernel/random.ts';
import type { Mutation } from './admission/mutation.ts';
import type { QuotaCharge } from './admission/resource-quota.ts';
import type { User } from './authentication.ts';
import type { Access } from './authorization.ts';
import type { FieldManagers, Write } from './field-managers/field-managers.ts';
import type { Route } from './route.ts';
import type { ServiceAddresses } from './services/service-addresses.ts';
import type { WatchCache } from './watch-cache.ts';

/** What a stage needs to know about the request that it works on. */
export interface RequestContext {
	readonly id: number;
	readonly request: ApiRequest;
	readonly route: Route;
	readonly resource: Resource;
	readonly user: User;
	readonly access: Access;
	/** Who shows which token; new ones are put here. */
	readonly tokens: Map<string, User>;
	/** What was below a prefix at a revision. Throws CompactedError when nobody knows any more. */
	listAt(prefix: string, revision: number): readonly KubeObject[];
	readonly cache: WatchCache;
	readonly random: Random;
	readonly services: ServiceAddresses;
	readonly fieldManagers: FieldManagers;
	/** As whom the client manages what it writes. */
	readonly manager: string;
	/** The cluster's clock as RFC 3339, and as epoch ms. */
	readonly timestamp: string;
	readonly wallMs: number;
}

/** What a write will commit, if the key still has the revision that it started from. */
export interface Proposal {
	readonly key: string;
	/** The revision that the key must have, 0 if it must not be there. */
	readonly expected: number;
	/** What is there now. */
	readonly current: KubeObject | null;
	/** What shall be there; null deletes. */
	readonly object: KubeObject | null;
	/** Who writes what, for whoever asks who manages which field; undefined: that stays as it is. */
	readonly write?: Write;
	/** After that commit, delete the key in a second one (a graceful deletion whose grace is zero). */
	readonly thenDelete?: boolean;
	/** A key that goes when this one has gone, if it is there. */
	readonly alsoDelete?: string;
	/** What to answer when the key goes with this write. */
	readonly answer?: KubeObject;
	/** Nothing would change: answer without a write. */
	readonly unchanged?: boolean;
	/** What admission plugins changed of the object. */
	readonly mutations?: readonly Mutation[];
	readonly warnings?: readonly string[];
}

/** What a valid proposal still has to be told: a refusal, or what is charged before it is stored. */
export type Validated = Status | { readonly charges: readonly QuotaCharge[] } | undefined;

/** The part of a request that differs from verb to verb. */
export interface WriteOperation {
	/**
	 * Works out the new object, admission included. `current` is what etcd said after a lost race, undefined on the first
	 * try (then the watch cache is asked).
	 */
	mutate(current: KubeObject | null | undefined): Proposal | Status;
	/** Undefined when the object is valid. */
	validate(proposal: Proposal): Validated;
	/** `stored` is the object as committed (or as it is, when nothing changed); null when the key is gone. */
	respond(stored: KubeObject | null, proposal: Proposal): ApiResponse;
	/** Someone else who made it first doesn't matter: then it is changed. */
	readonly changesWhatIsThere?: boolean;
	/** The client named the version that it changes, so a lost race is the client's to solve: 409. */
	readonly exactVersion: boolean;
}
