/**
 * Keeps the screen awake until the function that it gives is called. A browser lets go whenever the page is hidden, so
 * it is asked again when the page is seen again; one that can't is left alone.
 */
export function keepAwake(): () => void {
	const controller = new AbortController();
	const { signal } = controller;
	let held: WakeLockSentinel | undefined;
	async function take() {
		if (document.visibilityState !== 'visible' || !('wakeLock' in navigator)) return;
		try {
			const taken = await navigator.wakeLock.request('screen');
			if (signal.aborted) await taken.release();
			else held = taken;
		} catch {
			// Low battery, or not allowed: the screen goes dark as it would.
		}
	}
	document.addEventListener('visibilitychange', () => void take(), { signal });
	void take();
	return () => {
		controller.abort();
		void held?.release();
	};
}
