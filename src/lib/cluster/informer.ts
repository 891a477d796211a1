import type { ApiClient, WatchHandle } from '#lib/kubernetes/api-client.ts';
import type { KubeObject, Status } from '#lib/kubernetes/object.ts';
import { isStatus } from '#lib/kubernetes/status.ts';
import type { Kernel } from './kernel/kernel.ts';

/** How an informer tells of changes: before and after, null where there is none. */
export type OnChange<T> = (after: T | null, before: T | null) => void;

/**
 * A component's own copy of a resource, kept by one watch: everything first, news from then on. When the watch ends it is
 * taken up again. All that a component knows of the cluster it knows from these.
 *
 * Models client-go tools/cache reflector.go (WatchList) and shared_informer.go.
 */
export class Informer<T extends KubeObject> {
	/** True once everything that was there at the start has arrived. */
	synced = false;
	private readonly objects = new Map<string, T>();
	private watch: WatchHandle | undefined;
	private stopped = false;

	constructor(
		private readonly kernel: Kernel,
		private readonly client: ApiClient,
		private readonly path: string,
		private readonly onChange: OnChange<T>,
		private readonly fieldSelector?: string,
		private readonly onSynced?: () => void
	) {}

	start(): void {
		if (this.stopped) return;
		this.watch = this.client.watch(
			{
				method: 'GET',
				path: this.path,
				query: {
					allowWatchBookmarks: 'true',
					...(this.fieldSelector === undefined ? undefined : { fieldSelector: this.fieldSelector }),
					resourceVersionMatch: 'NotOlderThan',
					sendInitialEvents: 'true',
					watch: 'true'
				}
			},
			(event) => this.hear(event.type, event.object as T | Status),
			() => this.restart()
		);
	}

	stop(): void {
		this.stopped = true;
		this.watch?.stop();
	}

	get(key: string): T | undefined {
		return this.objects.get(key);
	}

	list(): T[] {
		return [...this.objects.values()];
	}

	private hear(type: string, object: T | Status): void {
		if (isStatus(object)) return;
		if (type === 'BOOKMARK') {
			if (!this.synced) {
				this.synced = true;
				this.onSynced?.();
			}
			return;
		}
		const key = keyOf(object);
		const before = this.objects.get(key) ?? null;
		if (type === 'DELETED') {
			this.objects.delete(key);
			this.onChange(null, before ?? object);
			return;
		}
		if (before?.metadata.resourceVersion === object.metadata.resourceVersion) return;
		this.objects.set(key, object);
		this.onChange(object, before);
	}

	/** A reflector waits about a second before it watches again. */
	private restart(): void {
		if (this.stopped) return;
		this.kernel.after(1000, () => this.start());
	}
}

/** `namespace/name`, or the name alone. */
export function keyOf({ metadata }: KubeObject): string {
	return metadata.namespace === undefined
		? metadata.name!
		: `${metadata.namespace}/${metadata.name}`;
}
