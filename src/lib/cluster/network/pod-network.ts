import type { Answer, ServerProgram } from '../container-runtime/programs/server-program.ts';

/** How a request to a program ended: with an answer, or the connection broke. */
export type Ended = { readonly answer: Answer } | { readonly reset: true };

/** A program that listens. */
export interface Listener {
	readonly speaks: ServerProgram['speaks'];
	/** No answer takes longer, ms. */
	readonly slowestMs: number;
	/** Its answers don't change with time: until it is disturbed it goes on as now. */
	readonly isSteady: boolean;
	/** Calls back once, when it no longer listens. */
	whenDisturbed(then: () => void): void;
	/** What it would answer at this moment. */
	answerNow(path: string): Answer;
	/** A request arrives; `onEnd` is called once, later. */
	request(path: string, onEnd: (ended: Ended) => void): void;
}

/** Whatever has an address. */
export interface NetworkHost {
	/** `namespace/name` of the Pod. */
	readonly pod: string;
	/** Who listens on a port; undefined: connections are refused. */
	listenerOn(port: number): Listener | undefined;
}

/** What a connection finds: a program; nobody who listens (RST); no such host any more (the packet is lost). */
export type Dialled =
	| { readonly type: 'connected'; readonly listener: Listener }
	| { readonly type: 'refused' }
	| { readonly type: 'lost' };

const refused: Dialled = { type: 'refused' };
const lost: Dialled = { type: 'lost' };

/**
 * The network of all Pods: every address, wherever its node is, reaches every other without translation. An address is there
 * from CNI ADD to CNI DEL, whether or not a program runs behind it.
 */
export class PodNetwork {
	private readonly hosts = new Map<string, NetworkHost>();
	private lastRequestId = 0;

	attach(address: string, host: NetworkHost): void {
		this.hosts.set(address, host);
	}

	detach(address: string): void {
		this.hosts.delete(address);
	}

	/** A number that ties the hops of one request. */
	nextRequestId(): number {
		return ++this.lastRequestId;
	}

	/** The Pod that has an address; undefined when none has it. */
	nameOf(address: string): string | undefined {
		return this.hosts.get(address)?.pod;
	}

	dial(address: string, port: number): Dialled {
		const host = this.hosts.get(address);
		if (host === undefined) return lost;
		const listener = host.listenerOn(port);
		return listener === undefined ? refused : { type: 'connected', listener };
	}
}
