/** Tells when another version of the app is there and waits; returns what ends it. */
export function watchVersions(found: () => void): () => void {
	const controller = new AbortController();
	const { serviceWorker } = navigator;
	const options = { signal: controller.signal };

	function follow(arriving: ServiceWorker | null) {
		arriving?.addEventListener(
			'statechange',
			() => {
				// Without one that serves this page it is the first version, which takes nothing's place.
				if (arriving.state === 'installed' && serviceWorker.controller) found();
			},
			options
		);
	}

	void serviceWorker?.getRegistration().then((registration) => {
		if (!registration || controller.signal.aborted) return;
		if (registration.waiting) found();
		follow(registration.installing);
		registration.addEventListener('updatefound', () => follow(registration.installing), options);
	});
	return () => controller.abort();
}

/** Puts the waiting version in place of this one, in every page of the app. */
export async function takeOver(): Promise<void> {
	const registration = await navigator.serviceWorker.getRegistration();
	registration?.waiting?.postMessage('take-over');
}

/** A page of a version that has gone is loaded anew; returns what ends it. */
export function reloadWithVersion(): () => void {
	const { serviceWorker } = navigator;
	if (!serviceWorker?.controller) return () => undefined;
	const controller = new AbortController();
	serviceWorker.addEventListener('controllerchange', () => location.reload(), controller);
	return () => controller.abort();
}
