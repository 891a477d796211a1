import type {
	ApiClient,
	ApiRequest,
	ApiResponse,
	WatchEvent,
	WatchHandle
} from '#lib/kubernetes/api-client.ts';

/** Whether a process still runs. */
export interface Process {
	isStopped: boolean;
}

/** A connection of a process: when that has stopped, nothing goes out and nothing that arrives is heard. */
export class ProcessClient implements ApiClient {
	constructor(
		private readonly process: Process,
		private readonly client: ApiClient
	) {}

	get isStopped(): boolean {
		return this.process.isStopped;
	}

	request(request: ApiRequest, onResponse: (response: ApiResponse) => void): void {
		if (this.isStopped) return;
		this.client.request(request, (response) => {
			if (!this.isStopped) onResponse(response);
		});
	}

	watch(
		request: ApiRequest,
		onEvent: (event: WatchEvent) => void,
		onClosed?: (response?: ApiResponse) => void
	): WatchHandle {
		return this.client.watch(request, onEvent, onClosed);
	}
}
