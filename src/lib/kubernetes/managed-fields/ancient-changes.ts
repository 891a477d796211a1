import { union } from './field-set.ts';
import { type Managed, managerId, type Managers } from './manager.ts';

/** How many entries of updates an object keeps. */
const mostUpdaters = 10;

/**
 * When more than ten have updated an object, the oldest become one entry a version, named `ancient-changes`. Models
 * managedfields/internal/capmanagers.go.
 */
export function capped(managers: Managers): Managers {
	const updaters = [...managers].filter(([, { operation }]) => operation === 'Update');
	if (updaters.length <= mostUpdaters) return managers;
	const oldest = updaters.sort(
		([a, { time: earlier = '' }], [b, { time: later = '' }]) =>
			compare(earlier, later) || compare(a, b)
	);
	const left = new Map(managers);
	const firsts = new Map<string, string>();
	let count = oldest.length;
	for (const [id, managed] of oldest) {
		if (count <= mostUpdaters) break;
		const { apiVersion, time } = managed;
		const first = firsts.get(apiVersion);
		if (first === undefined) {
			firsts.set(apiVersion, id);
			continue;
		}
		const ancient = { manager: 'ancient-changes', operation: 'Update', apiVersion } as const;
		const bucket = managerId(ancient);
		const before: Managed = left.get(bucket) ?? left.get(first)!;
		left.delete(first);
		left.delete(id);
		left.set(bucket, {
			...ancient,
			...(time !== undefined && { time }),
			fields: union(managed.fields, before.fields)
		});
		count--;
	}
	return left;
}

function compare(a: string, b: string): number {
	return a === b ? 0 : a < b ? -1 : 1;
}
