/** Cluster time as people read it on the page: `0.765 s`, `1m 04.2s`. */
export function clusterClock(ms: number): string {
	const seconds = Math.round(Math.max(0, ms)) / 1000;
	if (seconds < 60) return `${seconds.toFixed(3)} s`;
	const tenths = Math.floor(seconds * 10);
	const minutes = Math.floor(tenths / 600);
	return `${minutes}m ${((tenths % 600) / 10).toFixed(1).padStart(4, '0')}s`;
}
