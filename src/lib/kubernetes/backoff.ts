/**
 * How long to wait after `failures` failures: nothing, then `initial`, doubled up to `max`. Any unit, the same for all.
 *
 * Models client-go util/flowcontrol/backoff.go Backoff.Next, which both the kubelet's CrashLoopBackOff and its image
 * pulls use.
 */
export function backoffDelay(failures: number, initial: number, max: number): number {
	return failures === 0 ? 0 : Math.min(max, initial * 2 ** (failures - 1));
}
