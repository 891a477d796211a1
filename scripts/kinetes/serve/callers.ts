import type { IncomingMessage } from 'node:http';
import type { Credential } from '#lib/cluster/api-server/authentication.ts';
import type { ServerClient } from '#lib/cluster/api-server/server-client.ts';
import type { Cluster } from '#lib/cluster/cluster.ts';

/** So many commands are told apart; who was forgotten is a new one. */
const mostKnown = 1000;

/**
 * Who sends a request, as the trace names it. Every kubectl command marks its requests with a session of its own
 * (`Kubectl-Session`, `Kubectl-Command`): they are one command that was typed, `kubectl/1`, `kubectl/2`, … All others are one
 * program each, by what it calls itself.
 */
export class Callers {
	private readonly actors = new Map<string, string>();
	private commands = 0;

	constructor(private readonly cluster: Cluster) {}

	/** The connection that the request comes over. */
	clientFor({ headers }: IncomingMessage, credential: Credential): ServerClient {
		const session = headers['kubectl-session'];
		const command = headers['kubectl-command'];
		const id = String(session ?? headers['user-agent'] ?? '');
		let actor = this.actors.get(id);
		if (actor === undefined) {
			this.forgetOldest();
			this.commands++;
			actor = `kubectl/${this.commands}`;
			this.actors.set(id, actor);
			this.cluster.kernel.record({
				kind: 'output',
				actor: 'terminal',
				command: this.commands - 1,
				stream: 'input',
				text: String(command ?? id.split('/')[0])
			});
		}
		return this.cluster.clientFor(actor, credential);
	}

	private forgetOldest(): void {
		const [oldest] = this.actors.keys();
		if (this.actors.size >= mostKnown && oldest !== undefined) this.actors.delete(oldest);
	}
}
