const initialMs = 1000;
const maxMs = 10_000;
/** Back-offs end with a whole second, so that Pods of one second are told apart by priority. */
const windowMs = 1000;

/**
 * When a Pod's back-off is over, ms: 1 s, doubled with every refusal, 10 s at most, counted from the last one; then the
 * second is let pass. A Pod that has never failed has none.
 *
 * Models pkg/scheduler/backend/queue/backoff_queue.go getBackoffTime, isPodBackingoff.
 *
 * @param epochMs what cluster time 0 is called
 */
export function backoffOverMs(
	waits: { readonly refusals: number; readonly errors: number; readonly sinceMs: number },
	epochMs: number
): number {
	const count = waits.errors > 0 ? waits.errors : waits.refusals;
	if (count === 0) return waits.sinceMs;
	const pause = Math.min(maxMs, initialMs * 2 ** (count - 1));
	const wallMs = epochMs + waits.sinceMs + pause;
	return (Math.floor(wallMs / windowMs) + 1) * windowMs - epochMs;
}
