import type { IncomingMessage } from 'node:http';
import type { Credential } from '#lib/cluster/api-server/authentication.ts';
import type { ServerClient } from '#lib/cluster/api-server/server-client.ts';
import type { Cluster } from '#lib/cluster/cluster.ts';
import type { Seq } from '#lib/trace/event.ts';

/** So many commands are told apart; who was forgotten is a new one. */
const mostKnown = 1000;

/** A command or a program that sends requests. */
interface Caller {
	readonly actor: string;
	/** The event of the trace that says that it was typed. */
	readonly typed: Seq;
}

/**
 * Who sends a request, as the trace names it. Every kubectl command marks its requests with a session of its own
 * (`Kubectl-Session`, `Kubectl-Command`): they are one command that was typed, `kubectl/1`, `kubectl/2`, … All others are one
 * program each, by what it calls itself.
 */
export class Callers {
	private readonly known = new Map<string, Caller>();
	private commands = 0;

	constructor(private readonly cluster: Cluster) {}

	/** Does something over the connection that the request comes over: because of the command that sent it. */
	as(
		{ headers }: IncomingMessage,
		credential: Credential,
		act: (client: ServerClient) => void
	): void {
		const id = String(headers['kubectl-session'] ?? headers['user-agent'] ?? '');
		const { actor, typed } =
			this.known.get(id) ?? this.add(id, String(headers['kubectl-command'] ?? id.split('/')[0]));
		const { kernel } = this.cluster;
		kernel.because(typed, () => act(this.cluster.clientFor(actor, credential)));
	}

	private add(id: string, text: string): Caller {
		const [oldest] = this.known.keys();
		if (this.known.size >= mostKnown && oldest !== undefined) this.known.delete(oldest);
		const actor = `kubectl/${++this.commands}`;
		const typed = this.cluster.kernel.record({
			kind: 'output',
			actor: 'terminal',
			command: this.commands - 1,
			stream: 'input',
			text
		});
		const caller = { actor, typed };
		this.known.set(id, caller);
		return caller;
	}
}
