import type { WatchEvent } from '#lib/kubernetes/api-client.ts';
import type { KubeObject } from '#lib/kubernetes/object.ts';
import type { Printer } from '#lib/kubernetes/print/printer.ts';
import { tableOf } from '#lib/kubernetes/print/table.ts';
import type { ActorId } from '#lib/trace/event.ts';
import { draw, latency } from '../kernel/latency.ts';
import type { Kernel } from '../kernel/kernel.ts';
import type { Random } from '../kernel/random.ts';
import { watchMessage } from './request-messages.ts';
import type { Stream } from './server-client.ts';
import type { CacheEvent } from './watch-cache.ts';
import { WatchIndex } from './watch-index.ts';
import { watchEventFor, type WatchFilter } from './watcher.ts';

/** One open watch: who listens to what. */
export interface OpenWatch {
	readonly client: ActorId;
	readonly filter: WatchFilter;
	readonly asTable: boolean;
	/** Of a kind that someone defined. */
	readonly printer?: Printer;
	/** What it does with an event before it is told. */
	readonly shown?: (event: WatchEvent) => WatchEvent;
	/** Says up to where everything is told; undefined when the client doesn't want to know. */
	readonly bookmark?: () => KubeObject;
	readonly stream: Stream;
	/** A stream keeps its order: nothing arrives before what was sent before it. */
	lastArrivalMs: number;
}

/** Models apiserver/pkg/storage/cacher/cacher.go bookmarkFrequency. */
const bookmarkMs = 60_000;

/** Every watch that is open, and the sending of news to them. */
export class OpenWatches {
	private readonly byResource = new Map<string, WatchIndex>();

	private readonly bookmarkRandom: Random;

	constructor(
		private readonly kernel: Kernel,
		private readonly random: Random
	) {
		this.bookmarkRandom = kernel.random.stream('bookmarks');
	}

	open(watch: OpenWatch): void {
		let watches = this.byResource.get(watch.filter.resource);
		if (watches === undefined) {
			this.byResource.set(watch.filter.resource, (watches = new WatchIndex()));
		}
		watches.add(watch);
		watch.stream.close = () => watches.delete(watch);
		watch.stream.onOpened?.();
		if (watch.bookmark && !watch.asTable) this.bookmarkLater(watch);
	}

	/** About once a minute a watcher that hears little is told how far everything is. */
	private bookmarkLater(watch: OpenWatch): void {
		this.kernel.housekeepingAfter(bookmarkMs, () => {
			if (watch.stream.stopped) return;
			const object = watch.bookmark!();
			const revision = Number(object.metadata.resourceVersion);
			this.kernel.because(null, () => this.deliver(watch, { type: 'BOOKMARK', object }, revision));
			this.bookmarkLater(watch);
		});
	}

	/** The connections of a client break: what is on its way is lost, too. */
	cut(client: ActorId): void {
		for (const watches of this.byResource.values()) {
			for (const watch of [...watches.all()]) {
				if (watch.client !== client) continue;
				this.close(watch);
				this.kernel.after(1, () => watch.stream.onClosed?.());
			}
		}
	}

	private close({ stream }: OpenWatch): void {
		stream.stopped = true;
		stream.close();
		stream.onEnded?.();
	}

	/** Ends a watch after so many ms, once all that was sent has arrived. */
	end(watch: OpenWatch, afterMs: number): void {
		const { nowMs } = this.kernel;
		const atMs = Math.max(watch.lastArrivalMs, nowMs + afterMs);
		this.kernel.after(atMs - nowMs, () => {
			if (watch.stream.stopped) return;
			this.close(watch);
			watch.stream.onClosed?.();
		});
	}

	/** Ends every watch, as when the server's process ends. */
	endAll(): void {
		for (const watches of this.byResource.values()) {
			for (const watch of [...watches.all()]) this.end(watch, 0);
		}
	}

	/** Tells every watcher that the change concerns, all at once. */
	tell(event: CacheEvent): void {
		for (const watch of this.byResource.get(event.resource)?.concerned(event) ?? []) {
			const news = watchEventFor(watch.filter, event);
			if (news !== undefined) this.deliver(watch, news, event.revision);
		}
	}

	/** Sends one event over a watch. */
	deliver(watch: OpenWatch, news: WatchEvent, revision: number, initial = false): void {
		const { kernel } = this;
		const { namespace, name } = (news.object as KubeObject).metadata;
		// Bookmarks have their own chance: whether they come must not change what else happens.
		const random = news.type === 'BOOKMARK' && !initial ? this.bookmarkRandom : this.random;
		const hop = draw(random, latency.hop);
		watch.lastArrivalMs = Math.max(watch.lastArrivalMs, kernel.nowMs + Math.max(1, hop));
		kernel.send(
			'api-server',
			watch.client,
			'watch',
			watchMessage(news.type, watch.filter.resource, namespace, name, revision, initial),
			watch.lastArrivalMs - kernel.nowMs,
			() => {
				if (watch.stream.stopped) return;
				const told = watch.shown?.(news) ?? news;
				watch.stream.onEvent(watch.asTable ? this.asTable(watch, told) : told);
			}
		);
	}

	private asTable(watch: OpenWatch, news: WatchEvent): WatchEvent {
		const object = news.object as KubeObject;
		return {
			type: news.type,
			object: tableOf(watch.filter.resource, [object], this.kernel.wallMs, watch.printer)
		};
	}
}
