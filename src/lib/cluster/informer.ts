import type { ApiClient, ApiResponse, WatchHandle } from '#lib/kubernetes/api-client.ts';
import type { KubeObject, Status } from '#lib/kubernetes/object.ts';
import { isStatus } from '#lib/kubernetes/status.ts';
import type { Kernel } from './kernel/kernel.ts';
import type { Random } from './kernel/random.ts';

/** How an informer tells of changes: before and after, null where there is none. */
export type OnChange<T> = (after: T | null, before: T | null) => void;

/** From one try to the next, ms: doubled each time, and up to as much again by chance. */
const firstRetryMs = 800;
const longestRetryMs = 30_000;
const initialEventsEnd = 'k8s.io/initial-events-end';

/**
 * A component's own copy of a resource, kept by one watch: everything first, news from then on. When the watch ends it is
 * taken up again at the version that was heard last; when the API server doesn't remember that any more (410), everything
 * is asked for anew. All that a component knows of the cluster it knows from these.
 *
 * Models client-go tools/cache reflector.go (watchList, watch, handleAnyWatch) and shared_informer.go.
 */
export class Informer<T extends KubeObject> {
	/** True once everything that was there at the start has arrived. */
	synced = false;
	private readonly objects = new Map<string, T>();
	private watch: WatchHandle | undefined;
	private stopped = false;
	/** What was heard last; undefined: everything must be asked for. */
	private version: string | undefined;
	/** Keys of what has come so far of a list; undefined between lists. */
	private listed: Set<string> | undefined;
	private hasHeard = false;
	private retryMs = firstRetryMs;
	private chance: Random | undefined;

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
		this.hasHeard = false;
		this.listed = this.version === undefined ? new Set() : undefined;
		this.watch = this.client.watch(
			{
				method: 'GET',
				path: this.path,
				query: {
					allowWatchBookmarks: 'true',
					...(this.fieldSelector === undefined ? undefined : { fieldSelector: this.fieldSelector }),
					...(this.version === undefined
						? { resourceVersionMatch: 'NotOlderThan', sendInitialEvents: 'true' }
						: { resourceVersion: this.version }),
					watch: 'true'
				}
			},
			(event) => this.hear(event.type, event.object as T | Status),
			(response) => this.onClosed(response)
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
		this.hasHeard = true;
		this.retryMs = firstRetryMs;
		if (isStatus(object)) {
			// Forgotten (410), or whatever else is wrong with that version.
			this.version = undefined;
			return;
		}
		const news = object as T;
		if (type === 'BOOKMARK') return this.mark(news);
		if (this.listed === undefined) this.version = news.metadata.resourceVersion;
		const key = keyOf(news);
		this.listed?.add(key);
		const before = this.objects.get(key) ?? null;
		if (type === 'DELETED') {
			this.objects.delete(key);
			this.onChange(null, before ?? news);
			return;
		}
		if (before?.metadata.resourceVersion === news.metadata.resourceVersion) return;
		this.objects.set(key, news);
		this.onChange(news, before);
	}

	/** Up to this version there is nothing more to tell. */
	private mark({ metadata }: T): void {
		this.version = metadata.resourceVersion;
		if (this.listed === undefined || metadata.annotations?.[initialEventsEnd] !== 'true') return;
		this.forgetAllBut(this.listed);
		this.listed = undefined;
		if (this.synced) return;
		this.synced = true;
		this.onSynced?.();
	}

	/** What a new list doesn't name has gone meanwhile. */
	private forgetAllBut(listed: ReadonlySet<string>): void {
		for (const [key, gone] of this.objects) {
			if (listed.has(key)) continue;
			this.objects.delete(key);
			this.onChange(null, gone);
		}
	}

	/** A connection that was lost is taken up at once; where nobody can be reached, or nothing is allowed, after a while. */
	private onClosed(response: ApiResponse | undefined): void {
		if (this.stopped) return;
		if (response !== undefined) this.version = undefined;
		const resumes = this.hasHeard && this.version !== undefined;
		this.kernel.after(resumes ? 1 : this.nextRetryMs(), () => this.start());
	}

	private nextRetryMs(): number {
		const name = `retry${this.path}?${this.fieldSelector ?? ''}`;
		this.chance ??= this.kernel.random.stream(name);
		const delayMs = this.retryMs * (1 + this.chance.next());
		this.retryMs = Math.min(longestRetryMs, this.retryMs * 2);
		return delayMs;
	}
}

/** `namespace/name`, or the name alone. */
export function keyOf({ metadata }: KubeObject): string {
	return metadata.namespace === undefined
		? metadata.name!
		: `${metadata.namespace}/${metadata.name}`;
}
