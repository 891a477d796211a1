import { type IncomingMessage, STATUS_CODES } from 'node:http';
import type { Duplex } from 'node:stream';
import { WebSocketServer } from 'ws';
import type { ServerClient } from '#lib/cluster/api-server/server-client.ts';
import type { ApiRequest, ApiResponse } from '#lib/kubernetes/api-client.ts';
import type { Status } from '#lib/kubernetes/object.ts';
import { ExecChannels, execProtocols } from './exec-channels.ts';
import { endingOf, type ExecOutput, type ExecRun } from './exec-run.ts';
import { InteractiveShell, isPlainShell } from './interactive-shell.ts';
import { limits } from './limits.ts';
import { notStreamed } from './refusals.ts';
import type { Address } from './wire-request-of.ts';

/** What an exec needs of the server that it is part of. */
export interface ExecHost {
	/** Does something to the cluster, over the client's connection. */
	ask(act: (client: ServerClient) => void): void;
	/** The connection has ended. */
	closed(): void;
}

/**
 * Commands in containers, over websockets as kubectl 1.35 speaks them. What isn't there (attach, port-forward, SPDY) is refused in
 * words.
 */
export class ExecServer {
	private readonly sockets = new WebSocketServer({
		noServer: true,
		maxPayload: limits.bodyBytes,
		handleProtocols: (offered) => execProtocols.find((one) => offered.has(one)) ?? false
	});

	/** What was refused last: kubectl asks the same again over SPDY, and prints what it is told then. */
	private refused: { readonly url: string | undefined; readonly status?: Status } = { url: '' };

	/** Takes a connection over, or refuses it. */
	serve(
		request: IncomingMessage,
		socket: Duplex,
		head: Buffer,
		address: Address,
		host: ExecHost
	): void {
		socket.once('close', () => host.closed());
		const offered = request.headers['sec-websocket-protocol'] ?? '';
		const isSpoken = execProtocols.some((one) => offered.split(/, */).includes(one));
		const exec = /^(\/api\/v1\/namespaces\/[^/]+\/pods\/[^/]+)\/exec$/.exec(address.path)?.[1];
		if (exec === undefined || !isSpoken) {
			const known = this.refused.url === request.url ? this.refused.status : undefined;
			return refuseUpgrade(socket, known ?? notStreamed);
		}
		const query = new URLSearchParams(address.query);
		const command = query.getAll('command');
		const begin = (then: (channels: ExecChannels) => void, listen: Listen): void =>
			this.sockets.handleUpgrade(request, socket, head, (opened) =>
				then(new ExecChannels(opened, listen.onInput, listen.onEndOfInput))
			);
		const run: ExecRun = (words, input, listener) => {
			let stop = (): void => {};
			host.ask((client) => {
				const handle = client.watch(
					execRequest(`${exec}/exec`, query, words, input),
					({ object }) => listener.print(object as unknown as ExecOutput),
					(response) => listener.end(response)
				);
				stop = () => host.ask(() => handle.stop());
			});
			socket.once('close', () => stop());
			return stop;
		};
		const refuse = (status: Status): void => {
			this.refused = { url: request.url, status };
			refuseUpgrade(socket, status);
		};
		if (query.get('stdin') !== 'true') return runPlainly(refuse, command, begin, run);
		if (query.get('tty') === 'true' && isPlainShell(command)) {
			const shell = new InteractiveShell(run);
			begin((channels) => shell.open(channels), shell);
			return;
		}
		runWithInput(command, begin, run);
	}
}

interface Listen {
	readonly onInput: (text: string) => void;
	readonly onEndOfInput: () => void;
}

type Begin = (then: (channels: ExecChannels) => void, listen: Listen) => void;

const deaf: Listen = { onInput: () => {}, onEndOfInput: () => {} };

/** Without standard input: the connection is taken over once it is clear that the command runs. */
function runPlainly(
	refuse: (status: Status) => void,
	command: readonly string[],
	begin: Begin,
	run: ExecRun
): void {
	let channels: ExecChannels | undefined;
	const opened = (then: (channels: ExecChannels) => void): void => {
		if (channels !== undefined) return then(channels);
		begin((made) => {
			channels = made;
			then(made);
		}, deaf);
	};
	run(command, '', {
		print: ({ stream, text }) => opened((to) => to.write(stream, text)),
		end: (response) => {
			const status = endingOf(response);
			const isRefused = channels === undefined && isRefusal(response);
			if (isRefused) refuse(status);
			else opened((to) => to.end(status));
		}
	});
}

/** With standard input: the command runs when it has ended. */
function runWithInput(command: readonly string[], begin: Begin, run: ExecRun): void {
	let input = '';
	let start = (): void => {};
	const listen: Listen = {
		onInput: (text) => {
			if (input.length + text.length <= limits.bodyBytes) input += text;
		},
		onEndOfInput: () => start()
	};
	begin((channels) => {
		start = () => {
			start = () => {};
			const [words, rest] = isPlainShell(command) ? [['sh', '-c', input], ''] : [command, input];
			run(words, rest, {
				print: ({ stream, text }) => channels.write(stream, text),
				end: (response) => channels.end(endingOf(response))
			});
		};
	}, listen);
}

function execRequest(
	path: string,
	query: URLSearchParams,
	command: readonly string[],
	input: string
): ApiRequest {
	const asked = Object.fromEntries(
		['container', 'stdin', 'stdout', 'stderr', 'tty'].flatMap((name) => {
			const value = query.get(name);
			return value === null ? [] : [[name, value] as const];
		})
	);
	return {
		method: 'GET',
		path,
		query: { ...asked, command: command.join(' ') },
		body: { command, stdin: input }
	};
}

/** The API server said no. What the kubelet says comes over the open connection. */
function isRefusal(response: ApiResponse | undefined): boolean {
	return response !== undefined && response.code >= 400 && response.code < 500;
}

/** Answers with HTTP instead of going over to the other protocol. */
export function refuseUpgrade(socket: Duplex, status: Status): void {
	const text = `${JSON.stringify(status)}\n`;
	const code = status.code ?? 500;
	socket.end(
		`HTTP/1.1 ${code} ${STATUS_CODES[code] ?? ''}\r\nContent-Type: application/json\r\n` +
			`Content-Length: ${Buffer.byteLength(text)}\r\nConnection: close\r\n\r\n${text}`
	);
}
