import type { KubeObject } from '#lib/kubernetes/object.ts';

/** `{"$repeat": "x", "times": 300}` is a long text. */
export function expanded(value: unknown): unknown {
	if (Array.isArray(value)) return value.map(expanded);
	if (typeof value !== 'object' || value === null) return value;
	const { $repeat: text, times } = value as { $repeat?: string; times?: number };
	if (text !== undefined) return text.repeat(times ?? 0);
	return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, expanded(inner)]));
}

const replacements: readonly (readonly [RegExp, string])[] = [
	[/kube-api-access-[a-z0-9]{5}/g, 'kube-api-access-<suffix>'],
	[/\b2026-01-02T03:0\d:\d\dZ/g, '<time>'],
	[/in scheme \\"[^"]*\\"/g, 'in scheme \\"<scheme>\\"'],
	[/\b[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}\b/g, '<uid>']
];

/** Any answer with what the server makes up replaced by the tables' words. */
export function withWords<T>(value: T): T {
	let text = JSON.stringify(value) ?? 'null';
	for (const [pattern, word] of replacements) text = text.replaceAll(pattern, word);
	return JSON.parse(text) as T;
}

/** An object as the tables have it: without what the server makes, generated names replaced. */
export function normalized(object: KubeObject): KubeObject {
	const { uid, creationTimestamp, resourceVersion, managedFields, ...metadata } =
		object.metadata as KubeObject['metadata'] & { managedFields?: unknown };
	void [uid, creationTimestamp, resourceVersion, managedFields];
	const items = object['items'] as readonly KubeObject[] | undefined;
	const plain = withWords({ ...object, metadata, ...(items && { items: items.map(normalized) }) });
	const base = metadata.generateName;
	if (!base) return plain as KubeObject;
	const made = new RegExp(`${base}[a-z0-9]{5}\\b`, 'g');
	return JSON.parse(JSON.stringify(plain).replaceAll(made, `${base}<suffix>`)) as KubeObject;
}
