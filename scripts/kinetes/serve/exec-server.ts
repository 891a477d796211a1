import { type IncomingMessage, STATUS_CODES } from 'node:http';
import type { Duplex } from 'node:stream';
import { WebSocketServer } from 'ws';
import type { ApiServer } from '#lib/cluster/api-server/api-server.ts';
import type { User } from '#lib/cluster/api-server/authentication.ts';
import type { ServerClient } from '#lib/cluster/api-server/server-client.ts';
import type { ApiRequest, ApiResponse } from '#lib/kubernetes/api-client.ts';
import type { Status } from '#lib/kubernetes/object.ts';
import { isStatus, success } from '#lib/kubernetes/status.ts';
import { type AttachTarget, attachTarget } from './attach-target.ts';
import { ExecChannels, execProtocols } from './exec-channels.ts';
import {
	endingOf,
	type ExecListener,
	type ExecOutput,
	type ExecRun,
	exitCodeOf,
	exitedWith
} from './exec-run.ts';
import { InteractiveShell, isPlainShell } from './interactive-shell.ts';
import { limits } from './limits.ts';
import { notStreamed } from './refusals.ts';
import type { Address } from './wire-request-of.ts';

/** What an exec needs of the server that it is part of. */
export interface ExecHost {
	readonly user: User;
	/** Does something to the cluster, over the client's connection. */
	ask(act: (client: ServerClient) => void): void;
	/** The connection has ended. */
	closed(): void;
}

/**
 * Commands in containers, over websockets as kubectl 1.35 speaks them. What isn't there (port-forward, SPDY) is refused in
 * words.
 */
export class ExecServer {
	constructor(private readonly server: ApiServer) {}

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
		const place = podStream.exec(address.path)?.groups;
		if (place === undefined || !isSpoken) {
			const known = this.refused.url === request.url ? this.refused.status : undefined;
			return refuseUpgrade(socket, known ?? notStreamed);
		}
		const refuse = (status: Status): void => {
			this.refused = { url: request.url, status };
			refuseUpgrade(socket, status);
		};
		const query = new URLSearchParams(address.query);
		const { namespace = '', name = '', pod = '' } = place;
		const target =
			place['kind'] === 'attach'
				? attachTarget(this.server, host.user, namespace, name, query.get('container'))
				: undefined;
		if (isStatus(target)) return refuse(target as Status);
		const attached = target as AttachTarget | undefined;
		if (attached !== undefined) query.set('container', attached.container);
		const begin: Begin = (then, listen) =>
			this.sockets.handleUpgrade(request, socket, head, (opened) =>
				then(new ExecChannels(opened, listen.onInput, listen.onEndOfInput))
			);
		const watch = (asked: ApiRequest, listener: ExecListener): (() => void) => {
			let stop = (): void => {};
			host.ask((client) => {
				const handle = client.watch(
					asked,
					// A log doesn't tell its streams apart.
					({ object }) =>
						listener.print({
							stream: 'stdout',
							...(object as unknown as Partial<ExecOutput> & { readonly text: string })
						}),
					(response) => listener.end(response)
				);
				stop = () => host.ask(() => handle.stop());
			});
			socket.once('close', () => stop());
			return stop;
		};
		const run: ExecRun = (words, input, listener) =>
			watch(execRequest(`${pod}/exec`, query, words, input), listener);
		const output: ExecRun = (_words, _input, listener) =>
			watch(logRequest(`${pod}/log`, query), listener);
		const wantsInput = query.get('stdin') === 'true';
		const command = attached === undefined ? query.getAll('command') : ['sh'];
		if (!wantsInput || attached?.isShell === false) {
			return runPlainly(refuse, command, begin, attached === undefined ? run : output);
		}
		if (attached !== undefined) socket.once('close', () => host.ask(() => attached.endInput(0)));
		// Whoever attached isn't told how a container ends: its Pod's status says so.
		const ending = (exitCode: number): Status => {
			if (attached === undefined) return exitedWith(exitCode);
			host.ask(() => attached.endInput(exitCode));
			return success();
		};
		if (query.get('tty') === 'true' && isPlainShell(command)) {
			const shell = new InteractiveShell(run, ending);
			begin((channels) => shell.open(channels), shell);
		} else runWithInput(command, begin, run, ending);
	}
}

/** Where a container is reached through a connection of its own. */
const podStream =
	/^(?<pod>\/api\/v1\/namespaces\/(?<namespace>[^/]+)\/pods\/(?<name>[^/]+))\/(?<kind>exec|attach)$/;

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
function runWithInput(
	command: readonly string[],
	begin: Begin,
	run: ExecRun,
	ending: (exitCode: number) => Status
): void {
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
				end: (response) => {
					const status = endingOf(response);
					const code = exitCodeOf(status);
					channels.end(code === undefined ? status : ending(code));
				}
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

/** What is printed from now on, as the log has it. */
function logRequest(path: string, query: URLSearchParams): ApiRequest {
	const container = query.get('container') ?? '';
	return { method: 'GET', path, query: { container, follow: 'true', tailLines: '0' } };
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
