import type {
	ApiClient,
	ApiRequest,
	ApiResponse,
	WatchEvent,
	WatchHandle
} from '#lib/kubernetes/api-client.ts';
import type { ActorId } from '#lib/trace/event.ts';
import type { ApiServer } from './api-server.ts';
import type { Credential } from './authentication.ts';

/** A client's connection to the API server: who it is, and from where its messages come. */
export class ServerClient implements ApiClient {
	constructor(
		private readonly server: ApiServer,
		readonly actor: ActorId,
		readonly credential: Credential
	) {}

	request(request: ApiRequest, onResponse: (response: ApiResponse) => void): void {
		this.server.receive(this, request, { onResponse });
	}

	watch(
		request: ApiRequest,
		onEvent: (event: WatchEvent) => void,
		onClosed?: (response?: ApiResponse) => void,
		onOpened?: () => void
	): WatchHandle {
		const stream: Stream = { onEvent, onClosed, onOpened, stopped: false, close: (): void => {} };
		if (this.server.unreachable.has(this.actor)) {
			this.server.kernel.after(this.server.hop(), () => onClosed?.());
			return { stop: () => undefined };
		}
		this.server.receive(this, request, {
			onResponse: (response) => {
				if (!stream.stopped) onClosed?.(response);
			},
			stream
		});
		return {
			stop: () => {
				stream.stopped = true;
				stream.close();
			}
		};
	}
}

/** The receiving end of a watch. */
export interface Stream {
	readonly onEvent: (event: WatchEvent) => void;
	/** It was let in, though nothing may have come yet: the headers of the answer. */
	readonly onOpened?: (() => void) | undefined;
	/** The server ended it. */
	readonly onClosed?: ((response?: ApiResponse) => void) | undefined;
	stopped: boolean;
	/** Set by the server once the watch runs. */
	close: () => void;
	/** The server is done with it. */
	onEnded?: () => void;
}

/** Where the answers of one request go. */
export interface Reply {
	readonly onResponse: (response: ApiResponse) => void;
	readonly stream?: Stream;
}
