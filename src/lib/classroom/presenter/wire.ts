import type { Message } from './message.ts';
import { envelope, onlyOnce, readEnvelope } from './protocol.ts';

/** A file has no origin that could be named. */
const targetOrigin = () => (location.protocol === 'file:' ? '*' : location.origin);

/**
 * Joins the windows of a session, without a server: over a channel of the browser's, and beside it from window to window
 * where one has opened the other, since pages from files share no channel. Survives reloads of either: whoever is heard
 * is answered.
 */
export class Wire {
	readonly #session: string;
	readonly #self = Math.random().toString(36).slice(2);
	readonly #channel: BroadcastChannel | undefined;
	readonly #listening = new AbortController();
	readonly #peers = new Set<Window>();
	readonly #isNew = onlyOnce();
	#count = 0;

	constructor(session: string, hear: (message: Message) => void) {
		this.#session = session;
		const take = (data: unknown, source?: MessageEventSource | null) => {
			const read = readEnvelope(data, session);
			if (!read || read.from === this.#self) return;
			if (source && 'closed' in source) this.#peers.add(source);
			if (this.#isNew(read)) hear(read.message);
		};
		const { signal } = this.#listening;
		addEventListener(
			'message',
			({ data, origin, source }) => {
				if (targetOrigin() === '*' || origin === targetOrigin()) take(data, source);
			},
			{ signal }
		);
		this.#channel = 'BroadcastChannel' in globalThis ? channel(session) : undefined;
		this.#channel?.addEventListener('message', ({ data }) => take(data), { signal });
		const opener = window.opener as Window | null;
		if (opener) this.#peers.add(opener);
	}

	/** Talks to that window too. */
	join(peer: Window): void {
		this.#peers.add(peer);
	}

	send(message: Message): void {
		const sent = envelope(this.#session, this.#self, ++this.#count, message);
		this.#channel?.postMessage(sent);
		for (const peer of this.#peers) {
			if (peer.closed) this.#peers.delete(peer);
			else peer.postMessage(sent, targetOrigin());
		}
	}

	close(): void {
		this.#listening.abort();
		this.#channel?.close();
	}
}

/** Undefined where pages of this kind may have none. */
function channel(session: string): BroadcastChannel | undefined {
	try {
		return new BroadcastChannel(`kinetes.presenter.${session}`);
	} catch {
		return undefined;
	}
}
