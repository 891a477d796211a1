import type { ApiResponse, WatchEvent } from '#lib/kubernetes/api-client.ts';
import type { KubeObject, Status } from '#lib/kubernetes/object.ts';
import type { Pod } from '#lib/kubernetes/pod.ts';
import { internalError, notFound, success } from '#lib/kubernetes/status.ts';
import { latency, type Spread } from '../../kernel/latency.ts';
import type { Kernel } from '../../kernel/kernel.ts';
import { attributesOf } from '../access/attributes-of.ts';
import { authorize, forbiddenTo } from '../authorization.ts';
import type { KubeletPort } from '../kubelet-port.ts';
import type { RequestContext } from '../operation.ts';
import type { Stream } from '../server-client.ts';
import { chosenContainer, isContainer, logOptions, logResponse, refuse } from './log.ts';

/** What a stream needs of the server. */
export interface StreamPlace {
	readonly kernel: Kernel;
	readonly kubelets: KubeletPort;
	draw(spread: Spread): number;
}

/** Whether the answer comes piece by piece: a log that is followed, a command in a container. */
export function isStreamed({ route, request }: RequestContext): boolean {
	if (route.resource !== 'pods') return false;
	const { subresource } = route;
	return subresource === 'exec' || (subresource === 'log' && request.query?.follow === 'true');
}

/**
 * Connects a client with a container: pieces go over the stream, the answer is what ended it.
 *
 * @param onAnswer gets a refusal at once, or how the stream ended
 */
export function openPodStream(
	object: KubeObject | null,
	context: RequestContext,
	place: StreamPlace,
	stream: Stream,
	onAnswer: (response: ApiResponse) => void
): void {
	if (object === null) {
		const { name = '' } = context.route;
		return onAnswer({ code: 404, body: notFound({ group: '', resource: 'pods' }, name) });
	}
	const pod = object as Pod;
	const open = context.route.subresource === 'log' ? followLog : execute;
	open(pod, context, place, inOrder(place, stream, onAnswer));
}

/** The way to the client: what is sent later doesn't arrive earlier. */
interface Wire {
	tell(object: object): void;
	end(response: ApiResponse): void;
	/** Called when the client goes. */
	onGone(then: () => void): void;
}

function inOrder(
	place: StreamPlace,
	stream: Stream,
	onAnswer: (response: ApiResponse) => void
): Wire {
	const { kernel } = place;
	let lastMs = 0;
	const later = (then: () => void): void => {
		lastMs = Math.max(lastMs, kernel.nowMs + Math.max(1, place.draw(latency.hop)));
		kernel.after(lastMs - kernel.nowMs, then);
	};
	return {
		tell(object) {
			later(() => {
				if (!stream.stopped) stream.onEvent({ type: 'ADDED', object } as WatchEvent);
			});
		},
		end(response) {
			later(() => onAnswer(response));
		},
		onGone(then) {
			stream.close = then;
		}
	};
}

/** What is there, then what comes until the container ends. */
function followLog(pod: Pod, context: RequestContext, { kubelets }: StreamPlace, wire: Wire): void {
	const container = chosenContainer(pod, context);
	const { nodeName } = pod.spec;
	const address = { node: nodeName ?? '', pod: nameOf(pod), container: container ?? '' };
	const log = kubelets.log(address, context.request.query?.previous === 'true');
	const first = logResponse(pod, context, kubelets);
	if (first.code !== 200 || log === undefined) return wire.end(first);
	wire.tell(first.body);
	const tell = (text: string): void =>
		wire.tell({ kind: 'Log', apiVersion: 'v1', metadata: {}, text });
	const onEnd = (): void =>
		wire.end({ code: 200, body: { kind: 'Log', apiVersion: 'v1', metadata: {}, text: '' } });
	wire.onGone(log.follow(logOptions(context), tell, onEnd));
}

/** What goes over an exec request's connection: on the wire the words are the query's `command`s, the input is a channel. */
interface ExecBody {
	readonly command?: readonly string[];
	readonly stdin?: string;
}

/**
 * Runs a command in a container. Models pkg/registry/core/pod/strategy.go ExecLocation, rest/subresources.go ensureAuthorizedForVerb
 * (who opens a websocket must be allowed to create it), pkg/kubelet/server RunInContainer; the last answer is what the error channel
 * of apimachinery/pkg/util/remotecommand carries.
 */
function execute(pod: Pod, context: RequestContext, place: StreamPlace, wire: Wire): void {
	const { request, route, user, access } = context;
	const attributes = { ...attributesOf(route, request), verb: 'create' };
	const verdict = authorize(user, attributes, access);
	if (!verdict.allowed) {
		return wire.end(refusal(forbiddenTo(user, attributes, verdict.reason)));
	}
	const container = chosenContainer(pod, context);
	if (container === undefined || !isContainer(pod, container)) {
		return wire.end(logResponse(pod, context, place.kubelets));
	}
	const { nodeName } = pod.spec;
	if (!nodeName) {
		return wire.end(refuse(`pod ${pod.metadata.name ?? ''} does not have a host assigned`));
	}
	const { command = [], stdin: input = '' } = (request.body ?? {}) as ExecBody;
	place.kernel.after(place.draw(latency.startExec), () => {
		const failure = place.kubelets.exec(
			{ node: nodeName, pod: nameOf(pod), container },
			{
				command,
				input,
				tell: (stream, text) => wire.tell({ kind: 'ExecOutput', stream, text }),
				onDone: (code) => wire.end(code === 0 ? { code: 200, body: success() } : ended(code))
			}
		);
		if (failure?.type === 'not-running') {
			wire.end(
				failed(`unable to upgrade connection: container not found (${JSON.stringify(container)})`)
			);
		} else if (failure !== undefined) {
			wire.end(
				told(
					`Internal error occurred: error executing command in container: failed to exec in container: failed to start exec ${JSON.stringify(failure.id)}: OCI runtime exec failed: exec failed: unable to start container process: ${failure.message}: unknown`
				)
			);
		}
	});
}

/** How a command ended is told over the open connection, which is no refusal. */
function ended(exitCode: number): ApiResponse {
	const message = `command terminated with non-zero exit code: exit status ${exitCode}`;
	const causes = [{ reason: 'ExitCode', message: String(exitCode) }];
	const status: Status = {
		kind: 'Status',
		apiVersion: 'v1',
		metadata: {},
		status: 'Failure',
		message,
		reason: 'NonZeroExitCode',
		details: { causes }
	};
	return { code: 200, body: status };
}

function told(why: string): ApiResponse {
	return { code: 200, body: internalError(why) };
}

function failed(message: string): ApiResponse {
	return refusal(internalError(message));
}

function refusal(status: Status): ApiResponse {
	return { code: status.code!, body: status };
}

function nameOf({ metadata }: Pod): string {
	return `${metadata.namespace ?? ''}/${metadata.name ?? ''}`;
}
