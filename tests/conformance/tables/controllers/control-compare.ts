import { isDeepEqual } from '#lib/kubernetes/deep-equal.ts';
import type { ControlNames } from './control-names.ts';
import type { ControlEvent, ControlWrite } from './control-writes.ts';

/** A write as tables have it. */
export interface ExpectedWrite {
	readonly by: string;
	readonly verb: string;
	readonly resource: string;
	readonly object?: string;
	readonly objects?: readonly string[];
	readonly times?: number;
	readonly content?: Record<string, unknown>;
	readonly [field: string]: unknown;
}

export interface ExpectedEvent {
	readonly by: string;
	readonly object: string;
	readonly type: string;
	readonly reason: string;
	readonly message: string;
	readonly times?: number;
	readonly count?: number;
	readonly repeated?: unknown;
}

/** Where two lists differ, or undefined. */
export type Difference = { readonly expected: unknown; readonly got: unknown } | undefined;

/** In the words of the table: with the numbers of Pods, and with any Pod of an owner. */
function spellings(value: unknown, names: ControlNames): readonly [unknown, unknown] {
	const text = JSON.stringify(value ?? null);
	return [JSON.parse(names.plain(text, false)), JSON.parse(names.plain(text, true))];
}

/** The order counts within one controller and object; for Pods within one owner; for the garbage collector not at all. */
export function compareWrites(
	expected: readonly ExpectedWrite[],
	got: readonly ControlWrite[],
	names: ControlNames
): Difference {
	const single = expected.flatMap(({ times = 1, objects, ...write }) =>
		objects === undefined
			? Array.from({ length: times }, () => write as ExpectedWrite)
			: objects.map((object) => ({ ...write, object }) as ExpectedWrite)
	);
	const left = [...got];
	for (const write of single) {
		const place = left.findIndex((candidate) => isMeant(write, candidate, names));
		if (place < 0) return { expected: write, got: left.filter(({ by }) => by === write.by) };
		// What stands before it in the same line must have been expected before it.
		const skipped = left
			.slice(0, place)
			.find((other) => lineOf(other, names) === lineOf(left[place]!, names));
		if (skipped !== undefined && write.by !== 'generic-garbage-collector') {
			return { expected: write, got: skipped };
		}
		left.splice(place, 1);
	}
	return left.length === 0 ? undefined : { expected: 'no more', got: left };
}

/** What is in one order: Pods of one owner go side by side, so they are in none. */
function lineOf({ by, resource, object = '', verb }: ControlWrite, names: ControlNames): string {
	if (resource === 'pods') return `${by} pods ${names.groupOf(object)} ${object}`;
	return verb === 'deletecollection' ? `${by} ${resource}` : `${by} ${resource} ${object}`;
}

const ignored = new Set(['by', 'verb', 'resource', 'object', 'content', 'reason', 'subresource']);

function isMeant(expected: ExpectedWrite, got: ControlWrite, names: ControlNames): boolean {
	const { by, verb, resource } = got;
	if (by !== expected.by || verb !== expected.verb || resource !== expected.resource) return false;
	if ((expected.subresource ?? undefined) !== got.subresource) return false;
	if (expected.object !== undefined && !isNamed(expected.object, got.object, names)) return false;
	const { content } = expected;
	if (content !== undefined) {
		const whole = 'kind' in content || 'metadata' in content;
		if (!sameContent(content, whole ? got.content : got.short, names)) return false;
	}
	return Object.entries(expected).every(
		([key, value]) =>
			ignored.has(key) || isNothing(value) || spelled(value, got[key as keyof ControlWrite], names)
	);
}

/** No changes: those of this write were taken for someone else's. */
function isNothing(value: unknown): boolean {
	return isDeepEqual(value, {});
}

/** Slices after the first have no order. */
function isNamed(expected: string, got: string | undefined, names: ControlNames): boolean {
	const laterSlice = /^\{slice:(.+):(?!1\})\d+\}$/;
	const service = laterSlice.exec(expected)?.[1];
	if (service === undefined) return spelled(expected, got, names);
	return laterSlice.exec(names.plain(got ?? '', false))?.[1] === service;
}

function spelled(expected: unknown, got: unknown, names: ControlNames): boolean {
	return spellings(got, names).some((spelling) => isDeepEqual(expected ?? null, spelling));
}

/** Only what the table says; a generated name stands where the server made one. */
function sameContent(
	expected: Record<string, unknown>,
	got: unknown,
	names: ControlNames
): boolean {
	return spellings(got, names).some((spelling) => contains(spelling, withoutName(expected)));
}

function withoutName(content: Record<string, unknown>): unknown {
	const { metadata, ...rest } = content as { metadata?: Record<string, unknown> };
	if (metadata?.generateName === undefined) return content;
	const { name: _name, ...kept } = metadata;
	return { ...rest, metadata: kept };
}

/** Whether `whole` has everything that `part` says; nothing and an empty list are the same. */
export function contains(whole: unknown, part: unknown): boolean {
	if (part === null || (Array.isArray(part) && part.length === 0)) {
		return whole === null || whole === undefined || (Array.isArray(whole) && whole.length === 0);
	}
	if (Array.isArray(part)) {
		return (
			Array.isArray(whole) &&
			whole.length === part.length &&
			part.every((each, index) => contains(whole[index], each))
		);
	}
	if (typeof part !== 'object') return part === whole;
	if (typeof whole !== 'object' || whole === null) return false;
	return Object.entries(part).every(([key, each]) =>
		contains((whole as Record<string, unknown>)[key], each)
	);
}

/** As many of each text about each object; of what is repeated with every retry there may be any number. */
export function compareEvents(
	expected: readonly ExpectedEvent[],
	got: readonly ControlEvent[],
	names: ControlNames
): Difference {
	const spellingsOf = ({ by, object, text, count }: ControlEvent) =>
		spellings(`${by} | ${object} | ${text} | ${count ?? ''}`, names);
	const left = got.map(spellingsOf);
	for (const { by, object, type, reason, message, times = 1, count, repeated } of expected) {
		const text = `${by} | ${object} | ${type} ${reason} ${message} | ${count ?? ''}`;
		for (let i = 0; i < times; i++) {
			const place = left.findIndex((each) => each.includes(text));
			if (place < 0 && repeated !== undefined) break;
			if (place < 0) return { expected: text, got: left.map(([, any]) => any) };
			left.splice(place, 1);
		}
		if (repeated === undefined) continue;
		const prefix = text.replace(/ \| \d*$/, '');
		for (let i = left.length - 1; i >= 0; i--) {
			if (left[i]!.some((each) => String(each).startsWith(prefix))) left.splice(i, 1);
		}
	}
	return left.length === 0
		? undefined
		: { expected: 'no more Events', got: left.map(([, any]) => any) };
}

/** Kind by kind, object by object, only what the table says of each. */
export function compareState(
	expected: Readonly<Record<string, Readonly<Record<string, unknown>>>>,
	got: Readonly<Record<string, unknown>>,
	names: ControlNames
): Difference {
	for (const [kind, objects] of Object.entries(expected)) {
		const candidates = kind === 'pods' ? [got.podsByName, got.podsByOwner] : [got[kind] ?? {}];
		const shown = candidates.map((candidate) => spellings(candidate, names)[0]);
		const isSame = shown.some((candidate) => sameObjects(objects, told(candidate, objects)));
		if (!isSame) return { expected: { [kind]: objects }, got: shown };
	}
	return undefined;
}

/** The namespace's own ConfigMap is told of only where it matters. */
function told(candidate: unknown, expected: object): object {
	const { 'kube-root-ca.crt': certificate, ...others } = candidate as Record<string, unknown>;
	return 'kube-root-ca.crt' in expected ? { ...others, 'kube-root-ca.crt': certificate } : others;
}

function sameObjects(expected: Readonly<Record<string, unknown>>, got: object): boolean {
	const [left, right] = [Object.keys(expected).sort(), Object.keys(got).sort()];
	if (!isDeepEqual(left, right)) return false;
	return Object.entries(expected).every(([name, object]) => {
		const actual = (got as Record<string, unknown>)[name];
		return contains(counted(actual, object), object);
	});
}

/** Long lists are told by their length. */
function counted(actual: unknown, expected: unknown): unknown {
	if (typeof expected !== 'object' || expected === null || typeof actual !== 'object')
		return actual;
	const entries = Object.entries(actual ?? {}).map(([key, value]) => {
		const isCount = typeof (expected as Record<string, unknown>)[key] === 'number';
		return [key, isCount && Array.isArray(value) ? value.length : value] as const;
	});
	return Object.fromEntries(entries);
}
