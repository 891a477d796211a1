import type { ApiClient } from '#lib/kubernetes/api-client.ts';
import type { KubeObject } from '#lib/kubernetes/object.ts';
import { eventName } from '../event-name.ts';
import { EventSink } from '../event-sink.ts';
import type { Kernel } from '../kernel/kernel.ts';
import { TokenBucket } from './token-bucket.ts';

interface Posted {
	readonly name: string;
	count: number;
}

/** Events alike but for their message. */
interface Similar {
	readonly messages: Set<string>;
	lastMs: number;
}

const mostSimilar = 10;
const similarForMs = 600_000;
const mostPerObject = 25;
const perObjectPerSecond = 1 / 300;

/**
 * A controller's Events. The same again raises the count of the first; from the tenth message alike they are combined; an
 * object that makes too many is no longer heard. Models client-go/tools/record/event.go and events_cache.go EventCorrelator.
 */
export class EventRecorder {
	private readonly posted = new Map<string, Posted>();
	private readonly similar = new Map<string, Similar>();
	private readonly spam = new Map<string, TokenBucket>();
	private readonly sink: EventSink;

	constructor(
		private readonly kernel: Kernel,
		client: ApiClient,
		private readonly component: string
	) {
		this.sink = new EventSink(kernel, client);
	}

	post(about: KubeObject, type: 'Normal' | 'Warning', reason: string, message: string): void {
		const { uid } = about.metadata;
		const kindOfEvent = [uid, type, reason].join('\n');
		const isCombined = this.countSimilar(kindOfEvent, message) >= mostSimilar;
		const text = isCombined ? `(combined from similar events): ${message}` : message;
		const key = isCombined ? kindOfEvent : `${kindOfEvent}\n${message}`;
		const before = this.posted.get(key);
		const entry = before ?? { name: eventName(about.metadata.name!, this.kernel), count: 0 };
		entry.count++;
		this.posted.set(key, entry);
		if (!this.mayPost(uid ?? '')) return;
		if (before === undefined) this.create(about, type, reason, text, entry);
		else this.raise(about, text, entry);
	}

	/** Models EventAggregator.EventAggregate. */
	private countSimilar(key: string, message: string): number {
		const now = this.kernel.nowMs;
		let similar = this.similar.get(key);
		if (similar === undefined || now - similar.lastMs > similarForMs) {
			similar = { messages: new Set(), lastMs: now };
			this.similar.set(key, similar);
		}
		similar.messages.add(message);
		similar.lastMs = now;
		const count = similar.messages.size;
		// Upstream forgets any one; to forget the newest keeps those that were posted on their own.
		if (count >= mostSimilar) similar.messages.delete(message);
		return count;
	}

	/** Models EventSourceObjectSpamFilter.Filter. */
	private mayPost(uid: string): boolean {
		let bucket = this.spam.get(uid);
		if (bucket === undefined) {
			this.spam.set(uid, (bucket = new TokenBucket(perObjectPerSecond, mostPerObject)));
		}
		return bucket.tryTake(this.kernel.nowMs);
	}

	private raise(about: KubeObject, message: string, { name, count }: Posted): void {
		this.sink.send({
			method: 'PATCH',
			path: `${this.path(about)}/${name}`,
			contentType: 'application/strategic-merge-patch+json',
			body: { count, lastTimestamp: this.kernel.timestamp(), message }
		});
	}

	private create(
		about: KubeObject,
		type: string,
		reason: string,
		message: string,
		{ name, count }: Posted
	): void {
		const { apiVersion, kind, metadata } = about;
		const now = this.kernel.timestamp();
		this.sink.send({
			method: 'POST',
			path: this.path(about),
			body: {
				kind: 'Event',
				apiVersion: 'v1',
				metadata: { name, namespace: metadata.namespace },
				involvedObject: {
					kind,
					namespace: metadata.namespace,
					name: metadata.name,
					uid: metadata.uid,
					apiVersion,
					resourceVersion: metadata.resourceVersion
				},
				reason,
				message,
				source: { component: this.component },
				firstTimestamp: now,
				lastTimestamp: now,
				count,
				type,
				eventTime: null,
				reportingComponent: this.component,
				reportingInstance: ''
			}
		});
	}

	private path({ metadata }: KubeObject): string {
		return `/api/v1/namespaces/${metadata.namespace}/events`;
	}
}
