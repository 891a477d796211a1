import type { Status } from '#lib/kubernetes/object.ts';
import { limits } from './limits.ts';

function refusal(
	code: number,
	reason: string,
	message: string,
	details: Status['details'] = {}
): Status {
	const head = { kind: 'Status', apiVersion: 'v1', metadata: {}, status: 'Failure' } as const;
	return { ...head, message, reason, details, code };
}

/** Models apimachinery/pkg/api/errors NewRequestEntityTooLargeError. */
export const tooLarge: Status = refusal(
	413,
	'RequestEntityTooLarge',
	`Request entity too large: limit is ${limits.bodyBytes}`
);

/** Models apiserver/pkg/server/filters/maxinflight.go tooManyRequests. */
export const tooMany: Status = refusal(
	429,
	'TooManyRequests',
	'Too many requests, please try again later.',
	{ retryAfterSeconds: 1 }
);

/** Models apimachinery/pkg/api/errors NewTimeoutError, as apiserver/pkg/server/filters/timeout.go uses it. */
export const timedOut: Status = refusal(
	504,
	'Timeout',
	'Timeout: request did not complete within requested timeout'
);

/** Of what goes over a connection of its own only exec and attach over websockets are there. */
export const notStreamed: Status = refusal(
	501,
	'NotImplemented',
	'this simulated cluster has no port-forward and no SPDY: only exec and attach over websockets (kubectl 1.31 or newer)'
);
