/**
 * Ages as kubectl prints them. Models apimachinery pkg/util/duration/duration.go.
 */
const second = 1000;
const minute = 60;
const hour = 60 * minute;
const day = 24 * hour;
const year = 365 * day;

/** Two units at most and at most three figures: `45s`, `3m10s`, `7h59m`, `2d1h`, `8y`. Takes ms. */
export function humanDuration(ms: number): string {
	const seconds = Math.trunc(ms / second);
	if (seconds < -1) return '<invalid>';
	if (seconds < 0) return '0s';
	if (seconds < 2 * minute) return `${seconds}s`;
	const minutes = Math.trunc(seconds / minute);
	if (minutes < 10) return pair(minutes, 'm', seconds % minute, 's');
	if (minutes < 180) return `${minutes}m`;
	const hours = Math.trunc(seconds / hour);
	if (hours < 8) return pair(hours, 'h', minutes % 60, 'm');
	if (hours < 48) return `${hours}h`;
	if (hours < 8 * 24) return pair(Math.trunc(hours / 24), 'd', hours % 24, 'h');
	if (hours < 2 * 365 * 24) return `${Math.trunc(hours / 24)}d`;
	const years = Math.trunc(seconds / year);
	if (years < 8) return pair(years, 'y', Math.trunc(hours / 24) % 365, 'd');
	return `${years}y`;
}

function pair(large: number, largeUnit: string, small: number, smallUnit: string): string {
	return small === 0 ? `${large}${largeUnit}` : `${large}${largeUnit}${small}${smallUnit}`;
}

/** One unit, rounded down: `59s`, `3h`, `2d`. Takes ms. */
export function shortHumanDuration(ms: number): string {
	const seconds = Math.trunc(ms / second);
	if (seconds < -1) return '<invalid>';
	if (seconds < 0) return '0s';
	if (seconds < minute) return `${seconds}s`;
	if (seconds < hour) return `${Math.trunc(seconds / minute)}m`;
	if (seconds < day) return `${Math.trunc(seconds / hour)}h`;
	if (seconds < year) return `${Math.trunc(seconds / day)}d`;
	return `${Math.trunc(seconds / year)}y`;
}
