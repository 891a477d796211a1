import type {
	ApiClient,
	ApiRequest,
	ApiResponse,
	WatchHandle
} from '#lib/kubernetes/api-client.ts';
import type { Effect, Steps, WatchNews, WatchStream } from './steps.ts';

/** What a sequence of steps needs from the world. */
export interface StepsWorld {
	readonly client: ApiClient;
	nowMs(): number;
	after(delayMs: number, then: () => void): void;
	/** `Warning:` headers of an answer. */
	warn(text: string): void;
}

interface OpenWatch {
	handle?: WatchHandle;
	readonly news: WatchNews[];
	waiting?: (news: WatchNews) => void;
}

/**
 * Runs steps in virtual time: each effect is started at once, the next step follows when its answer is there.
 *
 * @returns stops everything that is under way; neither callback is called any more
 */
export function runSteps<Result>(
	steps: Steps<Result>,
	world: StepsWorld,
	onDone: (result: Result) => void,
	onError: (error: Error) => void
): () => void {
	let isStopped = false;
	let nextId = 0;
	const watches = new Map<number, OpenWatch>();
	const children: (() => void)[] = [];

	const stopAll = (): void => {
		isStopped = true;
		for (const { handle } of watches.values()) handle?.stop();
		watches.clear();
		for (const stop of children) stop();
	};

	const advance = (value: unknown): void => {
		if (isStopped) return;
		let result: IteratorResult<Effect, Result>;
		try {
			result = steps.next(value);
		} catch (error) {
			stopAll();
			onError(error as Error);
			return;
		}
		if (result.done === true) {
			stopAll();
			onDone(result.value);
		} else {
			start(result.value);
		}
	};

	const start = (effect: Effect): void => {
		switch (effect.type) {
			case 'request':
				world.client.request(effect.request, (response) => {
					if (isStopped) return;
					warnings(response).forEach((text) => world.warn(text));
					advance(response);
				});
				break;
			case 'watch':
				advance(open(effect.request));
				break;
			case 'next':
				take(watches.get(effect.stream.id), effect.untilMs);
				break;
			case 'stop':
				watches.get(effect.stream.id)?.handle?.stop();
				watches.delete(effect.stream.id);
				advance(undefined);
				break;
			case 'sleep':
				world.after(effect.ms, () => advance(undefined));
				break;
			case 'together':
				runTogether(effect.all);
				break;
		}
	};

	const runTogether = (all: readonly Steps<unknown>[]): void => {
		const results: unknown[] = [];
		let left = all.length;
		const end = (at: number, result: unknown): void => {
			results[at] = result;
			left -= 1;
			if (left === 0) advance(results);
		};
		if (left === 0) advance(results);
		all.forEach((one, at) => {
			const stop = runSteps(
				one,
				world,
				(result) => end(at, result),
				(error) => end(at, error)
			);
			children.push(stop);
		});
	};

	const open = (request: ApiRequest): WatchStream => {
		const watch: OpenWatch = { news: [] };
		const tell = (news: WatchNews): void => {
			if (isStopped) return;
			const waiting = watch.waiting;
			watch.waiting = undefined;
			if (waiting === undefined) watch.news.push(news);
			else waiting(news);
		};
		const id = nextId;
		nextId += 1;
		watches.set(id, watch);
		watch.handle = world.client.watch(
			request,
			(event) => tell({ type: 'event', event }),
			(response) => tell({ type: 'closed', response })
		);
		return { id };
	};

	const take = (watch: OpenWatch | undefined, untilMs: number | undefined): void => {
		const ready = watch?.news.shift();
		if (watch === undefined || ready !== undefined) {
			advance(ready ?? { type: 'closed' });
			return;
		}
		const waiting = (news: WatchNews): void => advance(news);
		watch.waiting = waiting;
		if (untilMs === undefined) return;
		world.after(Math.max(0, untilMs - world.nowMs()), () => {
			if (watch.waiting !== waiting) return;
			watch.waiting = undefined;
			advance({ type: 'timeout' });
		});
	};

	advance(undefined);
	return stopAll;
}

function warnings(response: ApiResponse): readonly string[] {
	return response.warnings ?? [];
}
