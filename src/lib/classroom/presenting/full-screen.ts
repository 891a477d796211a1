/** Asks for the whole screen; where it isn't given, the page fills its window. */
export async function enterFullScreen(): Promise<void> {
	try {
		if (!document.fullscreenElement) await document.documentElement.requestFullscreen();
	} catch {
		// Not from a person's own press, or not in this browser.
	}
}

export async function leaveFullScreen(): Promise<void> {
	if (document.fullscreenElement) await document.exitFullscreen();
}
