import type { ApiClient } from '#lib/kubernetes/api-client.ts';
import type { Pod } from '#lib/kubernetes/pod.ts';
import { eventName } from '../event-name.ts';
import { EventSink } from '../event-sink.ts';
import type { Kernel } from '../kernel/kernel.ts';

/** What an Event is about. */
type EventTarget = Readonly<Record<'kind', string>> &
	Readonly<Partial<Record<'name' | 'namespace' | 'uid' | 'fieldPath', string>>> & {
		readonly [field: string]: unknown;
	};

interface Known {
	readonly name: string;
	count: number;
}

/**
 * The kubelet's Events, through the core API: the same text about the same container again raises the count of the first.
 * Models client-go/tools/record/event.go and events_cache.go EventCorrelator.
 */
export class KubeletEvents {
	private readonly known = new Map<string, Known>();
	private readonly sink: EventSink;

	constructor(
		private readonly kernel: Kernel,
		client: ApiClient,
		private readonly node: string
	) {
		this.sink = new EventSink(kernel, client);
	}

	post(
		pod: Pod,
		type: 'Normal' | 'Warning',
		reason: string,
		message: string,
		fieldPath?: string
	): void {
		const { namespace, name, uid, resourceVersion } = pod.metadata;
		this.send(type, reason, message, {
			kind: 'Pod',
			namespace,
			name,
			uid,
			apiVersion: 'v1',
			resourceVersion,
			...(fieldPath === undefined ? undefined : { fieldPath })
		});
	}

	/** About the node itself, which the kubelet names by its name alone. Models pkg/kubelet/kubelet.go nodeRef. */
	postForNode(type: 'Normal' | 'Warning', reason: string, message: string): void {
		this.send(type, reason, message, { kind: 'Node', name: this.node, uid: this.node });
	}

	private send(type: string, reason: string, message: string, about: EventTarget): void {
		const { name = '', namespace = 'default', uid, fieldPath } = about;
		const path = `/api/v1/namespaces/${namespace}/events`;
		const key = [uid, fieldPath, type, reason, message].join('\n');
		const now = this.kernel.timestamp();
		const before = this.known.get(key);
		if (before !== undefined) {
			before.count++;
			this.sink.send({
				method: 'PATCH',
				path: `${path}/${before.name}`,
				contentType: 'application/strategic-merge-patch+json',
				body: { count: before.count, lastTimestamp: now }
			});
			return;
		}
		const event = { name: eventName(name, this.kernel), count: 1 };
		this.known.set(key, event);
		this.sink.send({
			method: 'POST',
			path,
			body: {
				kind: 'Event',
				apiVersion: 'v1',
				metadata: { name: event.name, namespace },
				involvedObject: about,
				reason,
				message,
				source: { component: 'kubelet', host: this.node },
				firstTimestamp: now,
				lastTimestamp: now,
				count: 1,
				type,
				eventTime: null,
				reportingComponent: 'kubelet',
				reportingInstance: this.node
			}
		});
	}
}
