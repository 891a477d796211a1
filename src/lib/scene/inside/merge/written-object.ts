import { lastAppliedAnnotation } from '#lib/kubectl/patch/last-applied.ts';
import type { KubeObject } from '#lib/kubernetes/object.ts';
import { type ApiCall, apiCallsOf } from '#lib/trace/api-call.ts';
import { bisect } from '#lib/trace/bisect.ts';
import { historyOf } from '#lib/trace/history.ts';
import type { Trace } from '#lib/trace/trace.ts';
import { fieldValues } from './field-values.ts';
import type { Born, MergeColumns } from './merge-rows.ts';

/** How a command changes an object. */
export type Way = 'create' | 'replace' | 'apply' | 'patch' | 'server-side';

/** A command's write, as the request brings it and as the API server has had it and has it. */
export interface WrittenObject {
	readonly call: ApiCall;
	readonly way: Way;
	readonly columns: MergeColumns;
	readonly born: Born;
	/** Null where there was none, or is none yet. */
	readonly before: KubeObject | null;
	readonly after: KubeObject | null;
	/** The server's sentence, when it has refused. */
	readonly refusal: string | null;
}

const verbs = new Set(['create', 'update', 'patch']);

/** The last write that a command has asked for at a moment; undefined before the first. */
export function writtenAt(trace: Trace, nowMs: number): WrittenObject | undefined {
	const calls = writesOf(trace);
	const call = calls[bisect(calls, ({ steps }) => steps[0]!.atMs > nowMs) - 1];
	return call && written(trace, call, nowMs);
}

const known = new WeakMap<Trace, readonly ApiCall[]>();

function writesOf(trace: Trace): readonly ApiCall[] {
	let calls = known.get(trace);
	if (!calls) {
		calls = apiCallsOf(trace).filter(
			({ message, content }) => message.from.startsWith('kubectl/') && verbs.has(content.verb)
		);
		known.set(trace, calls);
	}
	return calls;
}

function written(trace: Trace, call: ApiCall, nowMs: number): WrittenObject {
	const way = wayOf(call);
	const done = call.writes.find(({ atMs }) => atMs <= nowMs);
	const refused = call.steps.find(({ to, atMs }) => to === 'refused' && atMs <= nowMs);
	const before = call.writes[0]?.previous ?? liveBefore(trace, call);
	const after = done?.object ?? null;
	const kind = (before ?? after)?.kind ?? bodyOf(call).kind ?? '';
	const values = (value: unknown) => fieldValues(value, kind);
	const body = call.content.body;
	const file = way === 'apply' ? lastApplied(bodyOf(call)) : way === 'patch' ? undefined : body;
	const last = way === 'apply' && before ? (lastApplied(before) ?? {}) : undefined;
	return {
		call,
		way,
		before,
		after,
		born: new Set(values(firstVersion(trace, call)).keys()),
		refusal: refused ? String(refused.facts?.message ?? '') : null,
		columns: {
			...(last !== undefined && { last: values(last) }),
			...(before && { live: values(before) }),
			// A patch that leaves the annotation as it was was made of the file that was applied last.
			...(way !== 'patch' && { file: values(file ?? last) }),
			...((way === 'apply' || way === 'patch') && { patch: values(body) }),
			...(after && { result: values(after) })
		}
	};
}

function wayOf({ content }: ApiCall): Way {
	if (content.verb === 'create') return 'create';
	if (content.verb === 'update') return 'replace';
	if (content.contentType?.startsWith('application/apply-patch')) return 'server-side';
	return content.query?.fieldManager === 'kubectl-client-side-apply' ? 'apply' : 'patch';
}

function bodyOf({ content }: ApiCall): Partial<KubeObject> {
	return (content.body ?? {}) as Partial<KubeObject>;
}

/** What an object, or a patch for one, says was applied. */
function lastApplied({ metadata }: Partial<KubeObject>): unknown {
	const text = metadata?.annotations?.[lastAppliedAnnotation];
	try {
		return text === undefined ? undefined : JSON.parse(text);
	} catch {
		// Somebody has written it by hand; apply takes it for empty, too.
		return {};
	}
}

/** As the object was made. */
function firstVersion(trace: Trace, call: ApiCall): KubeObject | null {
	return historyOf(trace, keyOf(call)).find(({ previous }) => previous === null)?.object ?? null;
}

/** What stood there when a request came that has written nothing. */
function liveBefore(trace: Trace, call: ApiCall): KubeObject | null {
	const writes = historyOf(trace, keyOf(call));
	return writes.findLast(({ seq }) => seq < call.steps[0]!.seq)?.object ?? null;
}

function keyOf({ content, writes }: ApiCall): string {
	const { resource, namespace, name = bodyName(content.body) } = content;
	const path = [resource, ...(namespace === undefined ? [] : [namespace]), name].join('/');
	return writes[0]?.key ?? `/registry/${path}`;
}

function bodyName(body: unknown): string {
	return (body as Partial<KubeObject> | undefined)?.metadata?.name ?? '';
}
