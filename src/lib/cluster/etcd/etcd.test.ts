import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { KubeObject } from '#lib/kubernetes/object.ts';
import { CompactedError, Etcd, type Commit } from './etcd.ts';

const object = (value: number): KubeObject => ({
	apiVersion: 'v1',
	kind: 'ConfigMap',
	metadata: {},
	value
});

const revisionOf = (stored: KubeObject | null): number =>
	stored === null ? 0 : Number(stored.metadata.resourceVersion);

test('every commit raises the revision of the whole store by one and is stamped on its object', () => {
	const etcd = new Etcd();
	const before = etcd.revision;
	etcd.txn('/a', 0, object(1));
	etcd.txn('/b', 0, object(2));
	expect(etcd.revision).toBe(before + 2);
	expect(revisionOf(etcd.get('/a'))).toBe(before + 1);
	expect(revisionOf(etcd.get('/b'))).toBe(before + 2);
});

test('a transaction that saw another revision changes nothing and says what is there', () => {
	const etcd = new Etcd();
	etcd.txn('/a', 0, object(1));
	const { revision } = etcd;
	const result = etcd.txn('/a', 0, object(2));
	expect(result).toMatchObject({ succeeded: false, current: { value: 1 } });
	expect(etcd.revision).toBe(revision);
});

test('reads at an old revision give what was there then', () => {
	const operation = fc.record({
		key: fc.constantFrom('/a', '/b', '/c'),
		deletes: fc.boolean(),
		value: fc.integer()
	});
	fc.assert(
		fc.property(fc.array(operation, { maxLength: 60 }), (operations) => {
			const etcd = new Etcd();
			const snapshots = new Map<number, Map<string, number>>();
			const now = new Map<string, number>();
			for (const { key, deletes, value } of operations) {
				const current = etcd.get(key);
				if (deletes && current === null) continue;
				etcd.txn(key, revisionOf(current), deletes ? null : object(value));
				if (deletes) now.delete(key);
				else now.set(key, value);
				snapshots.set(etcd.revision, new Map(now));
			}
			for (const [revision, expected] of snapshots) {
				const found = etcd.range('/', revision).map(({ key, object: { value } }) => [key, value]);
				expect(new Map(found as [string, number][])).toEqual(expected);
			}
		})
	);
});

test('a watcher hears every commit in order, and the log gives the same from any revision', () => {
	const etcd = new Etcd();
	const heard: Commit[] = [];
	const stop = etcd.watch((commit) => heard.push(commit));
	const first = etcd.revision;
	for (let i = 0; i < 5; i++) etcd.txn(`/${i}`, 0, object(i));
	expect(etcd.since(first)).toEqual(heard);
	expect(etcd.since(first + 3)).toEqual(heard.slice(3));
	stop();
	etcd.txn('/late', 0, object(9));
	expect(heard).toHaveLength(5);
});

test('compaction forgets old versions and keeps the newest', () => {
	const etcd = new Etcd();
	etcd.txn('/a', 0, object(1));
	const old = etcd.revision;
	etcd.txn('/a', old, object(2));
	etcd.txn('/b', 0, object(3));
	etcd.compact(etcd.revision);
	expect(() => etcd.get('/a', old)).toThrow(CompactedError);
	expect(() => etcd.since(old)).toThrow('required revision has been compacted');
	expect(etcd.get('/a')).toMatchObject({ value: 2 });
	expect(etcd.since(etcd.revision)).toEqual([]);
});
