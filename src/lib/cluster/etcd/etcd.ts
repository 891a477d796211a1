import type { KubeObject } from '#lib/kubernetes/object.ts';

/** One version of a key. `object` null: the key was deleted at that revision. */
export interface Version {
	readonly revision: number;
	readonly object: KubeObject | null;
}

/** What a commit did to a key, as a watcher of etcd hears it. */
export interface Commit {
	readonly key: string;
	readonly revision: number;
	readonly object: KubeObject | null;
	readonly previous: KubeObject | null;
}

export type TxnResult =
	| { readonly succeeded: true; readonly commit: Commit }
	| { readonly succeeded: false; readonly current: KubeObject | null };

/** Asked for a revision that has been compacted away. */
export class CompactedError extends Error {
	constructor(readonly compactRevision: number) {
		super('etcdserver: mvcc: required revision has been compacted');
	}
}

/**
 * A revisioned key-value store: every commit raises one revision for the whole store, old versions can be read until they
 * are compacted, a transaction commits only if the key still has the revision that the writer saw.
 *
 * Objects are kept as they are (immutable), with `metadata.resourceVersion` set to the revision that wrote them; the real API
 * server adds that when it reads.
 */
export class Etcd {
	revision = 1;
	compactRevision = 0;
	private readonly keys = new Map<string, Version[]>();
	private readonly log: Commit[] = [];
	private readonly watchers = new Set<(commit: Commit) => void>();

	/** The key's object now, or as it was at a revision. */
	get(key: string, atRevision = this.revision): KubeObject | null {
		this.refuseCompacted(atRevision);
		const versions = this.keys.get(key);
		if (versions === undefined) return null;
		for (let i = versions.length - 1; i >= 0; i--) {
			if (versions[i]!.revision <= atRevision) return versions[i]!.object;
		}
		return null;
	}

	/** All objects under a prefix, sorted by key. */
	range(prefix: string, atRevision = this.revision): { key: string; object: KubeObject }[] {
		const found: { key: string; object: KubeObject }[] = [];
		for (const key of this.keys.keys()) {
			if (!key.startsWith(prefix)) continue;
			const object = this.get(key, atRevision);
			if (object !== null) found.push({ key, object });
		}
		return found.sort((a, b) => (a.key < b.key ? -1 : 1));
	}

	/**
	 * Compare and swap: commits if the key's last revision is `expected` (0: the key must not be there), else says what is
	 * there. `object` null deletes.
	 */
	txn(key: string, expected: number, object: KubeObject | null): TxnResult {
		const current = this.get(key);
		const revision = current === null ? 0 : Number(current.metadata.resourceVersion);
		if (revision !== expected) return { succeeded: false, current };
		return { succeeded: true, commit: this.commit(key, current, object) };
	}

	/** Puts an object there at the first revision, as if it had always been there. */
	plant(key: string, object: KubeObject): void {
		this.keys.set(key, [{ revision: 1, object }]);
	}

	/** Calls back for every commit from now on, in order. Returns what ends it. */
	watch(onCommit: (commit: Commit) => void): () => void {
		this.watchers.add(onCommit);
		return () => this.watchers.delete(onCommit);
	}

	/** Every commit after a revision; throws CompactedError if some of them are gone. */
	since(revision: number): readonly Commit[] {
		if (revision < this.compactRevision) throw new CompactedError(this.compactRevision);
		let low = 0;
		let high = this.log.length;
		while (low < high) {
			const middle = (low + high) >> 1;
			if (this.log[middle]!.revision <= revision) low = middle + 1;
			else high = middle;
		}
		return this.log.slice(low);
	}

	/** Forgets every version that is older than the newest one at the given revision. */
	compact(revision: number): void {
		this.compactRevision = revision;
		for (const [key, versions] of this.keys) {
			const newest = versions.findLastIndex((version) => version.revision <= revision);
			if (newest > 0) versions.splice(0, newest);
			if (versions.length === 1 && versions[0]!.object === null) this.keys.delete(key);
		}
		const kept = this.log.findIndex((commit) => commit.revision > revision);
		this.log.splice(0, kept < 0 ? this.log.length : kept);
	}

	private commit(key: string, previous: KubeObject | null, object: KubeObject | null): Commit {
		const revision = ++this.revision;
		const stored =
			object === null
				? null
				: { ...object, metadata: { ...object.metadata, resourceVersion: String(revision) } };
		const versions = this.keys.get(key);
		if (versions === undefined) this.keys.set(key, [{ revision, object: stored }]);
		else versions.push({ revision, object: stored });
		const commit = { key, revision, object: stored, previous };
		this.log.push(commit);
		for (const watcher of this.watchers) watcher(commit);
		return commit;
	}

	private refuseCompacted(revision: number): void {
		if (revision < this.compactRevision) throw new CompactedError(this.compactRevision);
	}
}
