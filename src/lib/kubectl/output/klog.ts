/** A line as kubectl's own log writes it: severity, month, day, time, process, file and line. Models k8s.io/klog. */
export function klogLine(severity: 'W' | 'E', nowMs: number, place: string, text: string): string {
	const [date = '', time = ''] = new Date(nowMs).toISOString().split('T');
	const head = `${severity}${date.slice(5).replace('-', '')} ${time.slice(0, 12)}000       1`;
	return `${head} ${place}] ${text}\n`;
}
