import type {
	ApiClient,
	ApiRequest,
	ApiResponse,
	WatchEvent,
	WatchHandle
} from '#lib/kubernetes/api-client.ts';
import type { Kernel } from '../kernel/kernel.ts';
import type { ProcessClient } from './process-client.ts';
import { TokenBucket } from './token-bucket.ts';

/** kube-controller-manager's `--kube-api-qps` and `--kube-api-burst`; each controller has as much for itself. */
const requestsPerSecond = 20;
const burst = 30;

/** Sends no more than its share, and lets the rest wait its turn. Models client-go/rest/request.go tryThrottle. */
export class ThrottledClient implements ApiClient {
	private readonly bucket: TokenBucket;

	/**
	 * @param rate how many times the usual share
	 * @param bursts how many times the usual burst
	 */
	constructor(
		private readonly kernel: Kernel,
		private readonly client: ProcessClient,
		rate = 1,
		bursts = 1
	) {
		this.bucket = new TokenBucket(requestsPerSecond * rate, burst * bursts);
	}

	get isStopped(): boolean {
		return this.client.isStopped;
	}

	request(request: ApiRequest, onResponse: (response: ApiResponse) => void): void {
		const delayMs = this.bucket.take(this.kernel.nowMs);
		const send = (): void => this.client.request(request, onResponse);
		if (delayMs === 0) send();
		else this.kernel.after(delayMs, send);
	}

	watch(
		request: ApiRequest,
		onEvent: (event: WatchEvent) => void,
		onClosed?: (response?: ApiResponse) => void
	): WatchHandle {
		return this.client.watch(request, onEvent, onClosed);
	}
}
