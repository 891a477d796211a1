import { isDeepEqual } from '#lib/kubernetes/deep-equal.ts';

const left = new Set(['metadata.resourceVersion', 'metadata.generation', 'metadata.uid']);

/** Field → before and after; null where there is none. Lists and empty maps are compared as a whole. */
export function flatChanges(before: unknown, after: unknown): Record<string, [unknown, unknown]> {
	const [old, now] = [flattened(withoutTimes(before)), flattened(withoutTimes(after))];
	const changes: Record<string, [unknown, unknown]> = {};
	for (const key of new Set([...Object.keys(old), ...Object.keys(now)])) {
		if (left.has(key) || isDeepEqual(old[key] ?? null, now[key] ?? null)) continue;
		changes[key] = [old[key] ?? null, now[key] ?? null];
	}
	return changes;
}

function withoutTimes(value: unknown): unknown {
	const text = JSON.stringify(value ?? null);
	return JSON.parse(text.replaceAll(/"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?Z"/g, '"<time>"'));
}

function flattened(value: unknown): Record<string, unknown> {
	const fields: Record<string, unknown> = {};
	const visit = (path: string, inner: unknown): void => {
		if (Array.isArray(inner) && inner.length === 0) return;
		const isMap = typeof inner === 'object' && inner !== null && !Array.isArray(inner);
		if (!isMap || Object.keys(inner).length === 0) {
			fields[path] = inner;
			return;
		}
		for (const [key, each] of Object.entries(inner)) {
			const plain = /^\w+$/.test(key);
			visit(path === '' ? key : plain ? `${path}.${key}` : `${path}[${key}]`, each);
		}
	};
	visit('', value);
	return fields;
}
