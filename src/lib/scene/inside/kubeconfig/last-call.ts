import { bisect } from '#lib/trace/bisect.ts';
import type { Trace } from '#lib/trace/trace.ts';

/** What a command asked, of whom, and what came of it. */
export interface LastCall {
	readonly seq: number;
	readonly atMs: number;
	/** `GET /api/v1/namespaces/shop/pods`; null when nobody answered. */
	readonly asked: string | null;
	/** As whom. */
	readonly user: string;
	/** `200 OK`, or the address at which nobody answers. */
	readonly answer: string;
	readonly failed: boolean;
}

const known = new WeakMap<Trace, readonly LastCall[]>();
/** What kubectl asks before it asks: which kinds there are. */
const discovery = /^\/(api(\/v1)?|apis(\/[^/]+){0,2}|openapi.*|version)$/;
const unanswered = /The connection to the server (\S+) was refused/;

/** The last call among the first `count` events that was answered, or that nobody answers; undefined before any. */
export function lastCall(trace: Trace, count: number): LastCall | undefined {
	let calls = known.get(trace);
	if (!calls) known.set(trace, (calls = callsOf(trace)));
	return calls[bisect(calls, ({ seq }) => seq >= count) - 1];
}

function callsOf({ events, header }: Trace): readonly LastCall[] {
	const asked = new Map<number, { readonly text: string; readonly user: string }>();
	return events.flatMap<LastCall>(({ seq, atMs, ...event }) => {
		if (atMs < header.startMs) return [];
		if (event.kind === 'output') {
			const address = event.stream === 'stderr' ? unanswered.exec(event.text)?.[1] : undefined;
			if (address === undefined) return [];
			return [{ seq, atMs, asked: null, user: '', answer: address, failed: true }];
		}
		if (event.kind !== 'message') return [];
		const { content, from, to } = event;
		if (content.type === 'request' && from.startsWith('kubectl/')) {
			const { id, method, path, user } = content;
			if (!discovery.test(path)) asked.set(id, { text: `${method} ${path}`, user });
		}
		if (content.type !== 'response' || !to.startsWith('kubectl/')) return [];
		const request = asked.get(content.id);
		if (!request) return [];
		const { code, text } = content;
		const { text: call, user } = request;
		return [{ seq, atMs, asked: call, user, answer: `${code} ${text}`, failed: code >= 400 }];
	});
}
