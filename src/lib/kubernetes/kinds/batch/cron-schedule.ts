/** A field of a schedule: its limits, and the names that stand for numbers. */
interface Field {
	readonly min: number;
	readonly max: number;
	readonly names?: readonly string[];
}

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const days = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'];
const fields: readonly Field[] = [
	{ min: 0, max: 59 },
	{ min: 0, max: 23 },
	{ min: 1, max: 31 },
	{ min: 1, max: 12, names: ['', ...months] },
	{ min: 0, max: 6, names: days }
];
const descriptors = [
	'@yearly',
	'@annually',
	'@monthly',
	'@weekly',
	'@daily',
	'@midnight',
	'@hourly'
];

/**
 * What is wrong with a schedule in five fields or a word such as `@daily`, in the words of the library that upstream uses
 * (github.com/robfig/cron v3 ParseStandard); undefined when it is right.
 */
export function wrongSchedule(schedule: string): string | undefined {
	if (schedule.startsWith('@')) return wrongDescriptor(schedule);
	const parts = schedule.split(/\s+/).filter((part) => part !== '');
	if (parts.length !== fields.length) {
		return `expected exactly 5 fields, found ${parts.length}: [${parts.join(' ')}]`;
	}
	for (const [index, field] of fields.entries()) {
		for (const range of parts[index]!.split(',').filter((part) => part !== '')) {
			const wrong = wrongRange(range, field);
			if (wrong !== undefined) return wrong;
		}
	}
	return undefined;
}

function wrongDescriptor(text: string): string | undefined {
	if (descriptors.includes(text)) return undefined;
	if (!text.startsWith('@every ')) return `unrecognized descriptor: ${text}`;
	const duration = text.slice('@every '.length);
	if (/^([+-]?(\d+(\.\d*)?|\.\d+)(ns|us|µs|ms|s|m|h))+$/.test(duration)) return undefined;
	return `failed to parse duration ${text}: time: invalid duration ${JSON.stringify(duration)}`;
}

/** `*`, `a`, `a-b`, each with `/step`. Models getRange. */
function wrongRange(text: string, { min, max, names = [] }: Field): string | undefined {
	const [range = '', step, ...more] = text.split('/');
	const [low = '', high, ...others] = range.split('-');
	const isStar = low === '*' || low === '?';
	let start = min;
	let end = max;
	if (!isStar) {
		const first = numberOf(low, names);
		if (typeof first === 'string') return first;
		start = first;
		if (others.length > 0) return `too many hyphens: ${text}`;
		const last = high === undefined ? start : numberOf(high, names);
		if (typeof last === 'string') return last;
		end = last;
	}
	if (more.length > 0) return `too many slashes: ${text}`;
	let width = 1;
	if (step !== undefined) {
		const every = numberOf(step, []);
		if (typeof every === 'string') return every;
		width = every;
		if (!isStar && high === undefined) end = max;
	}
	if (start < min) return `beginning of range (${start}) below minimum (${min}): ${text}`;
	if (end > max) return `end of range (${end}) above maximum (${max}): ${text}`;
	if (start > end) {
		return `beginning of range (${start}) beyond end of range (${end}): ${text}`;
	}
	return width === 0 ? `step of range should be a positive number: ${text}` : undefined;
}

function numberOf(text: string, names: readonly string[]): number | string {
	const named = text === '' ? -1 : names.indexOf(text.toLowerCase());
	if (named >= 0) return named;
	if (/^[+-]?\d+$/.test(text)) {
		const value = Number(text);
		return value < 0 ? `negative number (${value}) not allowed: ${text}` : value;
	}
	return `failed to parse int from ${text}: strconv.Atoi: parsing ${JSON.stringify(text)}: invalid syntax`;
}
