import { bisect } from '#lib/trace/bisect.ts';
import type { Message, Seq } from '#lib/trace/event.ts';
import type { Trace } from '#lib/trace/trace.ts';

/** A call on a node, with its end where it has one. */
export interface NodeCall {
	readonly seq: Seq;
	readonly node: string;
	readonly protocol: 'cri' | 'cni' | 'oci' | 'registry';
	readonly method: string;
	/** `namespace/name` of the Pod that it is for. */
	readonly pod: string | null;
	/** Container, image … */
	readonly argument: string;
	readonly atMs: number;
	/** When its return was received. */
	readonly endedAtMs: number;
	readonly error?: string;
}

const known = new WeakMap<Trace, readonly NodeCall[]>();

/** The story's calls among the first `count` events, in order of time; also those that have not returned. */
export function nodeCallsUntil(trace: Trace, count: number): readonly NodeCall[] {
	const calls = nodeCalls(trace);
	return calls.slice(
		0,
		bisect(calls, ({ seq }) => seq >= count)
	);
}

function nodeCalls(trace: Trace): readonly NodeCall[] {
	let calls = known.get(trace);
	if (!calls) known.set(trace, (calls = findCalls(trace)));
	return calls;
}

const protocols: ReadonlySet<string> = new Set(['cri', 'cni', 'oci', 'registry']);

function findCalls({ header, events }: Trace): NodeCall[] {
	const returns = new Map<number, Message>();
	const calls: Message[] = [];
	for (const event of events) {
		if (event.kind !== 'message' || !protocols.has(event.protocol)) continue;
		if (event.content.type === 'return') returns.set(event.content.id, event);
		else if (event.atMs >= header.startMs) calls.push(event);
	}
	return calls.flatMap((call): NodeCall[] => {
		const { content, from, to, seq, atMs } = call;
		if (content.type !== 'call') return [];
		const back = returns.get(content.id);
		const error = back?.content.type === 'return' ? back.content.error : undefined;
		return [
			{
				seq,
				node: (from.split('/')[1] ?? to.split('/')[1]) || '',
				protocol: call.protocol as NodeCall['protocol'],
				method: content.method,
				pod: content.pod ?? null,
				argument: content.argument ?? content.container ?? '',
				atMs,
				endedAtMs: back?.receivedAtMs ?? Infinity,
				...(error === undefined ? {} : { error })
			}
		];
	});
}
