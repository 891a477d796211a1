import type { ApiRequest, ApiResponse } from '#lib/kubernetes/api-client.ts';
import type { Work } from './work.ts';

/** How a slow start went. */
export interface SlowStart {
	readonly successes: number;
	/** The first answer that was no success; nothing was tried after its batch. */
	readonly refusal?: ApiResponse;
}

/**
 * The same thing `count` times: one alone, then two side by side, then four …, until one is refused. Whoever may make none
 * finds out with a single request. Models pkg/controller/replicaset/replica_set.go slowStartBatch.
 *
 * @param onAnswer is told of every answer
 */
export function* slowStart(
	count: number,
	makeRequest: () => ApiRequest,
	onAnswer: (response: ApiResponse) => 'success' | 'failure'
): Work<SlowStart> {
	let remaining = count;
	let successes = 0;
	for (let size = Math.min(1, count); size > 0; size = Math.min(2 * size, remaining)) {
		const responses = yield Array.from({ length: size }, makeRequest);
		let refusal: ApiResponse | undefined;
		for (const response of responses) {
			if (onAnswer(response) === 'success') successes++;
			else refusal ??= response;
		}
		if (refusal !== undefined) return { successes, refusal };
		remaining -= size;
	}
	return { successes };
}
