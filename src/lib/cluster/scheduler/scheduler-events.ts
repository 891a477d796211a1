import type { ApiClient } from '#lib/kubernetes/api-client.ts';
import type { Pod } from '#lib/kubernetes/pod.ts';
import { eventName } from '../event-name.ts';
import { EventSink } from '../event-sink.ts';
import type { Kernel } from '../kernel/kernel.ts';

interface Series {
	readonly name: string;
	count: number;
}

/**
 * Posts Events through `events.k8s.io`; the same text about the same Pod again is a series of the first.
 * Models client-go/tools/events/event_recorder.go and event_broadcaster.go.
 */
export class SchedulerEvents {
	private readonly known = new Map<string, Series>();
	private readonly sink: EventSink;

	constructor(
		private readonly kernel: Kernel,
		client: ApiClient
	) {
		this.sink = new EventSink(kernel, client);
	}

	/** @param related whom the Event is about beside the Pod */
	post(
		pod: Pod,
		type: 'Normal' | 'Warning',
		reason: string,
		action: string,
		note: string,
		related?: Pod
	): void {
		const namespace = pod.metadata.namespace!;
		const path = `/apis/events.k8s.io/v1/namespaces/${namespace}/events`;
		const key = `${pod.metadata.uid}/${reason}/${note}`;
		const series = this.known.get(key);
		if (series !== undefined) {
			series.count++;
			this.sink.send({
				method: 'PATCH',
				path: `${path}/${series.name}`,
				contentType: 'application/strategic-merge-patch+json',
				body: {
					series: { count: series.count, lastObservedTime: this.kernel.microTimestamp() }
				}
			});
			return;
		}
		const name = eventName(pod.metadata.name!, this.kernel);
		this.known.set(key, { name, count: 1 });
		this.sink.send({
			method: 'POST',
			path,
			body: {
				kind: 'Event',
				apiVersion: 'events.k8s.io/v1',
				metadata: { name, namespace },
				eventTime: this.kernel.microTimestamp(),
				reportingController: 'default-scheduler',
				reportingInstance: 'default-scheduler-control-plane',
				action,
				reason,
				regarding: referenceTo(pod),
				...(related === undefined ? undefined : { related: referenceTo(related) }),
				note,
				type
			}
		});
	}
}

function referenceTo({ metadata }: Pod) {
	const { namespace, name, uid, resourceVersion } = metadata;
	return { kind: 'Pod', namespace, name, uid, apiVersion: 'v1', resourceVersion };
}
