/** Go's time.Duration as text, to the millisecond: `267ms`, `1.204s`, `1m20s`. */
export function goDuration(ms: number): string {
	if (ms < 1000) return `${Math.round(ms)}ms`;
	const seconds = Math.round(ms) / 1000;
	if (seconds < 60) return `${seconds}s`;
	const minutes = Math.floor(seconds / 60);
	return `${minutes}m${Math.round((seconds - minutes * 60) * 1000) / 1000}s`;
}
