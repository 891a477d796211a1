/** Minutes ahead of the plan, negative behind it, when a part of the story is over after so much time; whole ones. */
export function minutesAhead(part: number, elapsedMs: number, plannedMinutes: number): number {
	return Math.round(part * plannedMinutes - elapsedMs / 60_000) || 0;
}

/** Elapsed time as a lecturer reads it at a glance: `4:07`, `1:02:30`. */
export function elapsedText(elapsedMs: number): string {
	const seconds = Math.floor(Math.max(0, elapsedMs) / 1000);
	const two = (value: number) => String(value).padStart(2, '0');
	const [hours, minutes] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60];
	const short = `${hours > 0 ? two(minutes) : minutes}:${two(seconds % 60)}`;
	return hours > 0 ? `${hours}:${short}` : short;
}
