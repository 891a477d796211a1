import type { ApiRequest } from '#lib/kubernetes/api-client.ts';
import { isStatus } from '#lib/kubernetes/status.ts';
import type { QuotaCharge } from './admission/resource-quota.ts';
import type { KubeObject, Status } from '#lib/kubernetes/object.ts';
import type { Service } from '#lib/kubernetes/service.ts';
import type { ActorId } from '#lib/trace/event.ts';
import { Etcd, type Commit, type TxnResult } from '../etcd/etcd.ts';
import { draw, latency, type Spread } from '../kernel/latency.ts';
import type { Kernel } from '../kernel/kernel.ts';
import type { Random } from '../kernel/random.ts';
import { bootstrapObjects } from './access/bootstrap-objects.ts';
import { systemClasses } from './access/system-classes.ts';
import { RbacAuthorizer } from './access/rbac-authorizer.ts';
import type { Credential, User } from './authentication.ts';
import { FieldManagers, type Write } from './field-managers/field-managers.ts';
import { type KubeletPort, noKubelets } from './kubelet-port.ts';
import { CustomResources, definitions } from './custom-resources.ts';
import { firstWrite } from './field-managers/first-write.ts';
import { OpenWatches } from './open-watches.ts';
import type { Proposal } from './operation.ts';
import { watchMessage } from './request-messages.ts';
import { RequestRun } from './request-run.ts';
import { ServerClient, type Reply } from './server-client.ts';
import { settleDefinitions } from './settle-definitions.ts';
import { ServiceAddresses } from './services/service-addresses.ts';
import { storageKey, storagePrefix } from './storage-key.ts';
import { WatchCache } from './watch-cache.ts';
import { resourceOfKind, resources } from '#lib/kubernetes/resources.ts';

const actor = 'api-server';

/**
 * The API server: the only client of etcd. Takes requests from anyone, drives each through its machine, tells every watcher
 * what changed. One request is one RequestRun.
 */
export class ApiServer {
	readonly cache = new WatchCache();
	/** Whose watches don't get through. */
	readonly unreachable = new Set<ActorId>();
	readonly watches: OpenWatches;
	readonly random: Random;
	readonly services: ServiceAddresses;
	readonly rbac = new RbacAuthorizer(this.cache);
	readonly tokens = new Map<string, User>();
	readonly custom = new CustomResources();
	readonly fieldManagers = new FieldManagers();
	/** Set by whoever wires the nodes. */
	kubelets: KubeletPort = noKubelets;
	private readonly latencies: Random;
	private requests = 0;

	constructor(
		readonly kernel: Kernel,
		private readonly etcd: Etcd
	) {
		this.random = kernel.random.stream('api-server');
		this.latencies = kernel.random.stream('api-server/latency');
		this.services = new ServiceAddresses(kernel.random.stream('api-server/services'));
		this.watches = new OpenWatches(kernel, this.latencies);
		this.plant([...bootstrapObjects(), ...systemClasses]);
		etcd.watch((commit) => this.hearOf(commit));
	}

	/** A connection for a component or a person. */
	clientFor(from: ActorId, credential: Credential): ServerClient {
		return new ServerClient(this, from, credential);
	}

	/** Whether a client's watches are kept from the server; those that are open end. */
	cutOff(client: ActorId, isCut: boolean): void {
		if (!isCut) return void this.unreachable.delete(client);
		this.unreachable.add(client);
		this.watches.cut(client);
	}

	/** The client sends; the request arrives a hop later. */
	receive(client: ServerClient, request: ApiRequest, reply: Reply): void {
		const id = ++this.requests;
		new RequestRun(this, id, client, request, reply).send();
	}

	hop(): number {
		return this.draw(latency.hop);
	}

	draw(spread: Spread): number {
		return draw(this.latencies, spread);
	}

	/** One transaction in etcd: a message there, the commit, a message back. */
	commit(
		requestId: number,
		key: string,
		expected: number,
		object: KubeObject | null,
		onDone: (result: TxnResult) => void,
		write?: Write
	): void {
		this.callEtcd('Txn', key, (answer) => {
			this.kernel.after(this.draw(latency.commit), () => {
				this.committing = requestId;
				const result = this.etcd.txn(key, expected, object);
				this.committing = 0;
				if (result.succeeded && result.commit.object !== null) {
					this.fieldManagers.note(result.commit.object, result.commit.previous, write);
				}
				answer(result.succeeded ? key : 'compare failed', () => onDone(result));
			});
		});
	}

	/** Commits a proposal, and what goes with it; `onLost` is told what is there instead when the key has moved on. */
	store(
		requestId: number,
		proposal: Proposal,
		onStored: (object: KubeObject | null) => void,
		onLost: (current: KubeObject | null) => void
	): void {
		const { key, expected, object, write, thenDelete, alsoDelete } = proposal;
		const onDone = (result: TxnResult): void => {
			if (!result.succeeded) return onLost(result.current);
			const { object: written, revision } = result.commit;
			const companion = alsoDelete === undefined ? null : this.cache.get(alsoDelete);
			if (thenDelete === true) {
				this.commit(requestId, key, revision, null, () => onStored(written));
			} else if (companion !== null) {
				const version = Number(companion.metadata.resourceVersion);
				this.commit(requestId, alsoDelete!, version, null, () => onStored(written));
			} else onStored(written);
		};
		this.commit(requestId, key, expected, object, onDone, write);
	}

	/** Charges quotas one after another, each from its newest version; then goes on. */
	charge(
		requestId: number,
		charges: readonly QuotaCharge[],
		onRefused: (refusal: Status) => void,
		then: () => void,
		known?: KubeObject
	): void {
		const [charge, ...others] = charges;
		const quota = charge && (known ?? this.cache.get(charge.key));
		if (charge === undefined || !quota) return then();
		const charged = charge.charged(quota);
		if (isStatus(charged)) return onRefused(charged);
		const version = Number(quota.metadata.resourceVersion);
		this.commit(requestId, charge.key, version, charged as KubeObject, (result) => {
			if (result.succeeded) this.charge(requestId, others, onRefused, then);
			else this.charge(requestId, charges, onRefused, then, result.current ?? undefined);
		});
	}

	/** A linearizable read of one key. */
	readKey(key: string, onDone: (object: KubeObject | null) => void): void {
		this.callEtcd('Range', key, (answer) => {
			const object = this.etcd.get(key);
			answer(key, () => onDone(object));
		});
	}

	/** What was below a prefix at a revision. */
	listAt(prefix: string, revision: number): readonly KubeObject[] {
		return this.etcd.range(prefix, revision).map(({ object }) => object);
	}

	/** The process ends and comes again: watches end, and the cache knows nothing of what was before. */
	restart(): void {
		this.watches.endAll();
		this.cache.forget();
	}

	/** Puts an object there as the cluster is built, before any client is connected. */
	seed(resource: string, object: KubeObject): void {
		const { namespace, name } = object.metadata;
		const full = {
			...object,
			metadata: {
				...object.metadata,
				uid: object.metadata.uid ?? this.random.uuid(),
				creationTimestamp: object.metadata.creationTimestamp ?? this.kernel.timestamp()
			}
		};
		const result = this.etcd.txn(storageKey(resource, namespace, name!), 0, full);
		if (result.succeeded) this.noteFirst(result.commit.object!);
	}

	/** Somebody made also what was there from the start. */
	private noteFirst(object: KubeObject): void {
		this.fieldManagers.note(object, null, firstWrite(object));
	}

	/**
	 * Puts there what the server makes when it first starts, long before anyone looks: nothing is told of it, and no revision
	 * is used.
	 */
	private plant(objects: readonly KubeObject[]): void {
		const creationTimestamp = this.kernel.timestamp();
		objects.forEach((object, index) => {
			const { namespace, name } = object.metadata;
			const { plural } = resourceOfKind(object.apiVersion, object.kind)!;
			const uid = `00000000-0000-4000-8000-${String(index + 1).padStart(12, '0')}`;
			const metadata = { ...object.metadata, uid, creationTimestamp, resourceVersion: '1' };
			const key = storageKey(plural, namespace, name!);
			const planted = { ...object, metadata };
			this.etcd.plant(key, planted);
			this.cache.plant(plural, key, planted);
			this.noteFirst(planted);
		});
	}

	private committing = 0;

	/** etcd committed: write it down where it happened, and let the news travel to the cache. */
	private hearOf(commit: Commit): void {
		const { kernel } = this;
		const seq = kernel.record({
			kind: 'write',
			key: commit.key,
			revision: commit.revision,
			object: commit.object,
			previous: commit.previous,
			request: this.committing
		});
		const resource = resourceOfKey(commit.key);
		if (resource === 'services') {
			this.services.hearOf(commit.previous as Service | null, commit.object as Service | null);
		}
		const seeding = this.committing === 0;
		const tell = (): void => {
			const event = this.cache.apply(resource, commit, kernel.nowMs);
			this.rbac.hearOf(resource);
			if (resource === definitions) settleDefinitions(this, commit.object, commit.previous);
			this.watches.tell(event);
		};
		if (seeding) {
			tell();
			return;
		}
		const { namespace, name } = (commit.object ?? commit.previous!).metadata;
		const change =
			commit.object === null ? 'DELETED' : commit.previous === null ? 'ADDED' : 'MODIFIED';
		kernel.because(seq, () =>
			kernel.send(
				'etcd',
				actor,
				'watch',
				watchMessage(change, resource, namespace, name, commit.revision),
				this.orderedEtcdLatency(),
				tell
			)
		);
	}

	/** One watch is one stream: what was committed first arrives first. */
	private lastNewsMs = 0;
	private orderedEtcdLatency(): number {
		const { nowMs } = this.kernel;
		this.lastNewsMs = Math.max(this.lastNewsMs, nowMs + this.draw(latency.etcd));
		return this.lastNewsMs - nowMs;
	}

	/** A call to etcd; `work` is done there and answers. */
	private callEtcd(
		method: string,
		key: string,
		work: (answer: (result: string, onArrival: () => void) => void) => void
	): void {
		const { kernel } = this;
		const id = kernel.nextCallId();
		const call = { type: 'call', id, method, argument: key } as const;
		kernel.send(actor, 'etcd', 'etcd', call, this.draw(latency.etcd), () =>
			work((result, onArrival) => {
				const reply = { type: 'return', id, method, result } as const;
				kernel.send('etcd', actor, 'etcd', reply, this.draw(latency.etcd), onArrival);
			})
		);
	}
}

const directories = new Map(
	resources.map((facts) => [storagePrefix(facts.plural), facts.plural] as const)
);

function resourceOfKey(key: string): string {
	const known = directories.get(key.slice(0, key.indexOf('/', '/registry/'.length) + 1));
	if (known !== undefined) return known;
	for (const [prefix, resource] of directories) if (key.startsWith(prefix)) return resource;
	const [, , directory = '', name = ''] = key.split('/');
	return directory.includes('.') ? `${name}.${directory}` : directory;
}
