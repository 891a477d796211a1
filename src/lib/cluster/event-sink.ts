import type { ApiClient, ApiRequest } from '#lib/kubernetes/api-client.ts';
import type { Seq } from '#lib/trace/event.ts';
import type { Kernel } from './kernel/kernel.ts';

/**
 * Events leave a component one after another, beside its real work: the next is sent when the last was answered.
 * Models client-go/tools/record/event.go StartRecordingToSink.
 */
export class EventSink {
	private readonly waiting: { readonly request: ApiRequest; readonly cause: Seq | null }[] = [];
	private busy = false;

	constructor(
		private readonly kernel: Kernel,
		private readonly client: ApiClient
	) {}

	send(request: ApiRequest): void {
		this.waiting.push({ request, cause: this.kernel.cause });
		this.work();
	}

	private work(): void {
		if (this.busy) return;
		const next = this.waiting.shift();
		if (next === undefined) return;
		this.busy = true;
		this.kernel.because(next.cause, () =>
			this.client.request(next.request, () => {
				this.busy = false;
				this.work();
			})
		);
	}
}
