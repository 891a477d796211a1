/** How many times lesson tempo; 1 gives each beat the time it needs. */
export const speeds = [0.25, 0.5, 1, 2, 4] as const;

export type Speed = (typeof speeds)[number];

/** The speed that many places faster (or slower, when negative), stopping at either end. */
export function nextSpeed(speed: Speed, places: number): Speed {
	const place = Math.min(speeds.length - 1, Math.max(0, speeds.indexOf(speed) + places));
	return speeds[place] ?? 1;
}

/** As it stands on the button: `0.25×`. */
export function formatSpeed(speed: Speed): string {
	return `${speed}×`;
}
