import { humanDuration } from '#lib/kubernetes/duration.ts';

const days = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];
const months = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ');

/** `Sat, 21 Nov 2026 13:00:00 +0000`. Models Go's time.RFC1123Z. */
export function longTime(timestamp: string | null | undefined): string {
	const date = new Date(timestamp ?? '0001-01-01T00:00:00Z');
	const two = (number: number): string => String(number).padStart(2, '0');
	const time = [date.getUTCHours(), date.getUTCMinutes(), date.getUTCSeconds()].map(two).join(':');
	const year = String(date.getUTCFullYear()).padStart(4, '0');
	return `${days[date.getUTCDay()]!}, ${two(date.getUTCDate())} ${months[date.getUTCMonth()]!} ${year} ${time} +0000`;
}

/** How long ago. Models kubectl pkg/describe translateTimestampSince. */
export function since(timestamp: string | null | undefined, nowMs: number): string {
	return timestamp ? humanDuration(nowMs - Date.parse(timestamp)) : '<unknown>';
}
