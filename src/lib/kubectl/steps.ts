import type { ApiRequest, ApiResponse, WatchEvent } from '#lib/kubernetes/api-client.ts';

/** Events of one watch, taken one after another. */
export interface WatchStream {
	readonly id: number;
}

export type Effect =
	| { readonly type: 'request'; readonly request: ApiRequest }
	| { readonly type: 'watch'; readonly request: ApiRequest }
	| { readonly type: 'next'; readonly stream: WatchStream; readonly untilMs?: number }
	| { readonly type: 'stop'; readonly stream: WatchStream }
	| { readonly type: 'sleep'; readonly ms: number }
	| { readonly type: 'together'; readonly all: readonly Steps<unknown>[] };

/** What the next thing on a watch was. */
export type WatchNews =
	| { readonly type: 'event'; readonly event: WatchEvent }
	| { readonly type: 'closed'; readonly response?: ApiResponse }
	| { readonly type: 'timeout' };

/** A sequence of requests, watches and waits that ends with a result; written as a generator, run by `runSteps`. */
export type Steps<Result> = Generator<Effect, Result, unknown>;

/** Sends a request and goes on with the answer, whatever its code. */
export function* ask(request: ApiRequest): Steps<ApiResponse> {
	return (yield { type: 'request', request }) as ApiResponse;
}

export function* openWatch(request: ApiRequest): Steps<WatchStream> {
	return (yield { type: 'watch', request }) as WatchStream;
}

/** Waits for the next event of the watch. `untilMs` is a moment of the cluster's clock at which the wait is given up. */
export function* nextOf(stream: WatchStream, untilMs?: number): Steps<WatchNews> {
	return (yield { type: 'next', stream, untilMs }) as WatchNews;
}

export function* stopWatch(stream: WatchStream): Steps<void> {
	yield { type: 'stop', stream };
}

export function* sleep(ms: number): Steps<void> {
	yield { type: 'sleep', ms };
}

/** Runs several sequences beside each other, until the last one has ended; what each came to, in their order. */
export function* together<Result>(
	all: readonly Steps<Result>[]
): Steps<readonly (Result | Error)[]> {
	return (yield { type: 'together', all }) as readonly (Result | Error)[];
}

/** The end of a command that asks nothing. */
export function* atOnce(): Steps<void> {
	yield* [];
}
