import type { ApiClient } from '#lib/kubernetes/api-client.ts';
import type { Seq } from '#lib/trace/event.ts';
import type { Timer } from '../kernel/event-queue.ts';
import type { Kernel } from '../kernel/kernel.ts';
import { draw, type Spread } from '../kernel/latency.ts';
import type { Random } from '../kernel/random.ts';
import { TokenBucket } from './token-bucket.ts';
import { perform, type Work } from './work.ts';

/** What differs between controllers' queues. */
export interface QueueOptions {
	/** Also the name of the stream of random numbers. */
	readonly name: string;
	/** How many keys are worked on side by side. */
	readonly workers?: number;
	/** After so many failures in a row a key is given up; never if not said. */
	readonly maxRetries?: number;
	/** Ms before the first retry, doubled each time. */
	readonly firstRetryMs?: number;
	/** What one key asks for. */
	readonly sync: (key: string) => Work;
}

/** A process that has stopped takes up no more keys. */
interface QueueClient extends ApiClient {
	readonly isStopped?: boolean;
}

/** From a key's turn to the first request: reading caches, comparing. */
const thinking: Spread = { median: 0.5, p10: 0.2, p90: 1.5 };
const longestRetryMs = 1_000_000;
/** Waits longer than this don't keep a run alive. */
const longWaitMs = 60_000;

/**
 * Keys of objects that want looking at, each at most once however often it was added and never twice at the same time.
 * Models client-go/util/workqueue: queue.go, delaying_queue.go, rate_limiting_queue.go with DefaultTypedControllerRateLimiter.
 */
export class WorkQueue {
	/** Keys to be done, with what made them so. */
	private readonly dirty = new Map<string, Seq | null>();
	private readonly processing = new Set<string>();
	private readonly queue: string[] = [];
	private readonly delayed = new Map<string, Timer>();
	private readonly failures = new Map<string, number>();
	private readonly bucket = new TokenBucket(10, 100);
	private readonly random: Random;
	private readonly workers: number;

	constructor(
		private readonly kernel: Kernel,
		private readonly client: QueueClient,
		private readonly options: QueueOptions
	) {
		this.random = kernel.random.stream(`queue/${options.name}`);
		this.workers = options.workers ?? 5;
	}

	add(key: string): void {
		if (this.dirty.has(key)) return;
		this.dirty.set(key, this.kernel.cause);
		if (this.processing.has(key)) return;
		this.queue.push(key);
		this.work();
	}

	/** Adds it later; of several waits the shortest counts. */
	addAfter(key: string, delayMs: number): void {
		if (delayMs <= 0) {
			this.add(key);
			return;
		}
		const waiting = this.delayed.get(key);
		if (waiting !== undefined && waiting.dueMs <= this.kernel.nowMs + delayMs) return;
		waiting?.cancel();
		const due = (): void => {
			this.delayed.delete(key);
			this.add(key);
		};
		const timer =
			delayMs > longWaitMs
				? this.kernel.housekeepingAfter(delayMs, due)
				: this.kernel.after(delayMs, due);
		this.delayed.set(key, timer);
	}

	/** Adds it after a wait that doubles with every failure. */
	addRateLimited(key: string): void {
		const failures = this.failures.get(key) ?? 0;
		this.failures.set(key, failures + 1);
		const backOffMs = (this.options.firstRetryMs ?? 5) * 2 ** failures;
		const bucketMs = this.bucket.take(this.kernel.nowMs);
		this.addAfter(key, Math.max(Math.min(longestRetryMs, backOffMs), bucketMs));
	}

	private work(): void {
		if (this.processing.size >= this.workers || this.client.isStopped) return;
		const key = this.queue.shift();
		if (key === undefined) return;
		const cause = this.dirty.get(key) ?? null;
		this.dirty.delete(key);
		this.processing.add(key);
		this.kernel.because(cause, () =>
			this.kernel.after(draw(this.random, thinking), () => {
				if (this.client.isStopped) return;
				perform(this.client, this.options.sync(key), (refusal) =>
					this.done(key, refusal !== undefined)
				);
			})
		);
	}

	private done(key: string, hasFailed: boolean): void {
		const { maxRetries = Infinity } = this.options;
		if (hasFailed && (this.failures.get(key) ?? 0) < maxRetries) this.addRateLimited(key);
		else this.failures.delete(key);
		this.processing.delete(key);
		if (this.dirty.has(key)) this.queue.push(key);
		this.work();
	}
}
