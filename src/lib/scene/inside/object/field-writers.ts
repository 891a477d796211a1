import { isDeepEqual } from '#lib/kubernetes/deep-equal.ts';
import type { KubeObject } from '#lib/kubernetes/object.ts';
import type { Write } from '#lib/trace/event.ts';
import type { KnownRequest } from './person-writes.ts';

/** Who writes fields. `you` is whoever types commands. */
export type Writer = 'you' | 'api-server' | (string & {});

/** A field of the first or second level, and the last time that this writer set it. */
export interface WrittenField {
	readonly name: string;
	readonly write: Write;
}

/** Part of an object (`metadata`, `spec`, `status`, `data` …) → writer → fields. */
export type FieldWriters = ReadonlyMap<string, ReadonlyMap<Writer, readonly WrittenField[]>>;

/** What the API server sets whoever asks. */
const serverMetadata = new Set([
	'uid',
	'creationTimestamp',
	'resourceVersion',
	'generation',
	'managedFields',
	'deletionTimestamp',
	'deletionGracePeriodSeconds'
]);

type Fields = Readonly<Record<string, unknown>>;

/**
 * Who wrote which field, worked out from an object's versions: what a request said is its sender's, what stands in the object
 * though nobody said it is the API server's.
 */
export function fieldWriters(
	versions: readonly Write[],
	requests: ReadonlyMap<number, KnownRequest>
): FieldWriters {
	const last = versions.at(-1);
	const found = last && known.get(last);
	if (found) return found;
	const writers = readWriters(versions, requests);
	if (last) known.set(last, writers);
	return writers;
}

/** By the last of the versions. */
const known = new WeakMap<Write, FieldWriters>();

function readWriters(
	versions: readonly Write[],
	requests: ReadonlyMap<number, KnownRequest>
): FieldWriters {
	const parts = new Map<string, Map<Writer, Map<string, Write>>>();
	for (const write of versions) {
		if (write.object === null) continue;
		const request = requests.get(write.request);
		for (const [part, name] of changedFields(write.previous, write.object)) {
			const writer = writerOf(part, name, write, request);
			const writers = getOrMake(parts, part, () => new Map<Writer, Map<string, Write>>());
			getOrMake(writers, writer, () => new Map<string, Write>()).set(name, write);
		}
	}
	return new Map(
		[...parts].map(([part, writers]) => [
			part,
			new Map(
				[...writers].map(([writer, fields]) => [
					writer,
					[...fields].map(([name, write]) => ({ name, write }))
				])
			)
		])
	);
}

/** Part and field, of what differs between two versions. A part that has no fields of its own goes by its own name. */
function changedFields(previous: KubeObject | null, object: KubeObject): [string, string][] {
	const before = (previous ?? {}) as Fields;
	return Object.entries(object as unknown as Fields).flatMap(([part, now]) => {
		const was = before[part];
		if (now === was) return [];
		if (!isFields(now)) return isDeepEqual(now, was) ? [] : [[part, part]];
		return Object.keys(now)
			.filter((name) => !isDeepEqual(now[name], (was as Fields | undefined)?.[name]))
			.map((name): [string, string] => [part, name]);
	});
}

function writerOf(
	part: string,
	name: string,
	{ previous }: Write,
	request: KnownRequest | undefined
): Writer {
	if (request === undefined) return 'api-server';
	if (part === 'metadata' && serverMetadata.has(name)) return 'api-server';
	const { message, content } = request;
	const sender = senderOf(message.from);
	if (content.subresource === 'binding' || previous !== null) return sender;
	const said = (content.body as Fields | undefined)?.[part];
	const isSaid = part === name ? said !== undefined : isFields(said) && name in said;
	// A new object has the status that the API server gives it, whatever was sent.
	return isSaid && part !== 'status' ? sender : 'api-server';
}

/** `kubelet/worker-1` is a kubelet, whichever node it is on. */
function senderOf(actor: string): Writer {
	return actor.startsWith('kubectl/') ? 'you' : actor.split('/')[0]!;
}

function isFields(value: unknown): value is Fields {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function getOrMake<K, V>(map: Map<K, V>, key: K, make: () => V): V {
	let value = map.get(key);
	if (value === undefined) map.set(key, (value = make()));
	return value;
}
