import { durationMs } from '#lib/source/duration.ts';
import type { Read } from './read.ts';

/** `700ms`, `6s`, `1m30s`, in ms. */
export function duration(mostMs: number): Read<number> {
	return (value, problems) => {
		const written = value.type === 'scalar' ? value.value : undefined;
		const found = typeof written === 'string' ? durationMs(written) : written === 0 ? 0 : undefined;
		if (found === undefined) problems.add(value.place, 'wantsDuration');
		else if (found > mostMs)
			problems.add(value.place, 'durationTooLong', { most: `${mostMs / 60_000}m` });
		else return found;
		return undefined;
	};
}
