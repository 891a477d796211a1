import type { ApiClient, ApiRequest, ApiResponse, WatchEvent } from '#lib/kubernetes/api-client.ts';
import type { KubectlSession } from '../command.ts';
import { learnFurtherCommands } from '../further-commands.ts';
import { runCommandLine } from '../kubectl.ts';

learnFurtherCommands();

/** What became of a line that was typed. */
export interface TypedLine {
	readonly stdout: string;
	readonly stderr: string;
	/** null: it was still running when nothing more was to happen. */
	readonly exit: number | null;
	/** `METHOD path?query`, in order; watches too. */
	readonly requests: readonly string[];
	readonly bodies: readonly unknown[];
	readonly contentTypes: readonly (string | undefined)[];
}

export interface TypedLineWorld {
	/** Answers a request; undefined is 404. */
	readonly answer?: (request: ApiRequest) => ApiResponse | undefined;
	/** Events of a watch, each so many ms after its beginning. */
	readonly events?: readonly (readonly [number, WatchEvent])[];
	readonly files?: Readonly<Record<string, string>>;
	readonly stdin?: string;
	readonly session?: KubectlSession;
	/** What the person does in an editor. */
	readonly edit?: (text: string) => string | undefined;
	/** Ctrl-C after so many ms. */
	readonly stopAfterMs?: number;
}

const requestMs = 5;
const startMs = Date.parse('2026-01-05T09:00:00Z');

/** Runs a line against a scripted API server, in virtual time. For tests. */
export function typeLine(line: string, world: TypedLineWorld = {}): TypedLine {
	const queue: { atMs: number; then: () => void }[] = [];
	let nowMs = 0;
	const after = (delayMs: number, then: () => void): void => {
		queue.push({ atMs: nowMs + delayMs, then });
	};
	const asked: ApiRequest[] = [];
	const client: ApiClient = {
		request(request, onResponse) {
			asked.push(request);
			after(requestMs, () => onResponse(world.answer?.(request) ?? notFound(request)));
		},
		watch(request, onEvent) {
			asked.push(request);
			let isStopped = false;
			for (const [delayMs, event] of world.events ?? []) {
				after(delayMs, () => {
					if (!isStopped) onEvent(event);
				});
			}
			return { stop: () => (isStopped = true) };
		}
	};
	const printed = { stdout: '', stderr: '' };
	let exit: number | null = null;
	const running = runCommandLine(line, {
		client,
		files: world.files ?? {},
		stdin: world.stdin,
		session: world.session,
		edit: world.edit,
		nowMs: () => startMs + nowMs,
		after,
		print: (stream, text) => (printed[stream] += text),
		exit: (code) => (exit = code)
	});
	if (world.stopAfterMs !== undefined) after(world.stopAfterMs, () => running.stop());
	while (queue.length > 0) {
		queue.sort((a, b) => a.atMs - b.atMs);
		const next = queue.shift()!;
		nowMs = next.atMs;
		next.then();
	}
	return {
		...printed,
		exit,
		requests: asked.map(requestText),
		bodies: asked.map(({ body }) => body),
		contentTypes: asked.map(({ contentType }) => contentType)
	};
}

function requestText({ method, path, query = {} }: ApiRequest): string {
	const parameters = Object.entries(query).map(([key, value]) => `${key}=${value}`);
	return `${method} ${path}${parameters.length > 0 ? `?${parameters.join('&')}` : ''}`;
}

/** An answer with an object. */
export function ok(body: object, code = 200): ApiResponse {
	return { code, body: body as ApiResponse['body'] };
}

/** A refusal. */
export function refused(
	code: number,
	reason: string,
	message: string,
	details?: object
): ApiResponse {
	const status = { kind: 'Status', apiVersion: 'v1', metadata: {}, status: 'Failure' };
	return { code, body: { ...status, reason, message, code, details } as ApiResponse['body'] };
}

function notFound({ path }: ApiRequest): ApiResponse {
	const [resource = '', name = ''] = path.split('/').slice(-2);
	return refused(404, 'NotFound', `${resource} "${name}" not found`);
}
