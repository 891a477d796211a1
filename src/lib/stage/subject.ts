/** What can be inspected: `object:/registry/…`, `component:scheduler`, `message:812`, … as marks say it. */
export interface Subject {
	readonly kind: string;
	readonly id: string;
}

/** Splits at the first colon; a text without one is a subject of kind `''`. In a comparison the side stands before it: `left/object:…`. */
export function parseSubject(scoped: string): Subject {
	const text = scoped.replace(/^(left|right)\//, '');
	const at = text.indexOf(':');
	return { kind: text.slice(0, Math.max(0, at)), id: text.slice(at + 1) };
}

/** Short name for people: `pod web` for an object, the id for the rest. etcd still keeps nodes as minions. */
export function subjectName(text: string): string {
	const { kind, id } = parseSubject(text);
	if (kind !== 'object') return id;
	const [, , resource = '', ...path] = id.split('/');
	const one = resource === 'minions' ? 'node' : resource.replace(/s$/, '');
	return `${one} ${path.at(-1) ?? ''}`.trim();
}

/** Whether a keyboard stops at it: things do, messages fly by and are reached through the sequence. */
export function isTabStop(text: string): boolean {
	const { kind } = parseSubject(text);
	return kind !== 'message';
}
