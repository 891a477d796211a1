import type { Message, Output, RequestContent, Write } from '#lib/trace/event.ts';
import type { Trace } from '#lib/trace/trace.ts';

/** A request, by whose id its writes are known. */
export interface KnownRequest {
	readonly message: Message;
	readonly content: RequestContent;
}

/** A file that a command could not make an object of, and the words for it. */
export interface Refusal {
	readonly seq: number;
	readonly atMs: number;
	/** Of the command that said so. */
	readonly command: number;
	readonly text: string;
	/** The API server found it; otherwise kubectl did, before it sent anything. */
	readonly byServer: boolean;
}

/** What a trace says of people and the objects that they make. */
export interface PersonWrites {
	/** By id. */
	readonly requests: ReadonlyMap<number, KnownRequest>;
	/** What commands wrote, in order of time. */
	readonly writes: readonly Write[];
	readonly refusals: readonly Refusal[];
	/** What was typed, by number of the command. */
	readonly typed: ReadonlyMap<number, string>;
}

const known = new WeakMap<Trace, PersonWrites>();

export function personWrites(trace: Trace): PersonWrites {
	let found = known.get(trace);
	if (!found) known.set(trace, (found = read(trace)));
	return found;
}

function read(trace: Trace): PersonWrites {
	const requests = new Map<number, KnownRequest>();
	const typed = new Map<number, string>();
	const refused = new Set<string>();
	const writes: Write[] = [];
	const refusals: Refusal[] = [];
	for (const event of trace.events) {
		if (event.kind === 'message') {
			const { content } = event;
			if (content.type === 'request') requests.set(content.id, { message: event, content });
			if (content.type === 'response' && content.code >= 400 && content.verb !== 'get') {
				refused.add(event.to);
			}
		} else if (event.kind === 'write') {
			const isPerson = requests.get(event.request)?.message.from.startsWith('kubectl/');
			if (isPerson && !event.key.startsWith('/registry/events/')) writes.push(event);
		} else if (event.kind === 'output') {
			if (event.stream === 'input') typed.set(event.command, event.text);
			else if (isRefusal(event)) {
				const { seq, atMs, command, text, actor } = event;
				refusals.push({ seq, atMs, command, text: text.trim(), byServer: refused.has(actor) });
			}
		}
	}
	return { requests, writes, refusals, typed };
}

function isRefusal({ stream, text }: Output): boolean {
	return stream === 'stderr' && /^(error|Error from server|The \w+ "[^"]*" is invalid)/.test(text);
}
