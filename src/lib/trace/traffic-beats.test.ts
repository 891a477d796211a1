import { describe, expect, it } from 'vitest';
import type { Local } from './event.ts';
import { TrafficBeats } from './traffic-beats.ts';

const outcomes = { s: 'served', r: 'refused', t: 'timeout' } as const;

/** What is told of requests that end one each `everyMs`: a letter each, as above. */
function told(letters: string, everyMs: number): string[] {
	const beats = new TrafficBeats();
	return [...letters].flatMap((letter, i) => {
		const fact = {
			type: 'request-ended',
			id: i,
			service: 'default/web',
			outcome: outcomes[letter as keyof typeof outcomes],
			sentAtMs: i * everyMs
		} as const;
		const local = { kind: 'local', seq: i, cause: null, actor: 'client', node: 'w', fact } as const;
		const beat = beats.next({ ...local, atMs: i * everyMs } satisfies Local);
		return beat ? [`${beat.name} ${i}`] : [];
	});
}

describe('what is told of requests', () => {
	it.each([
		['the first answer, and no other', 'ssss', 100, ['serving 0']],
		['failures once, however many', 'srrrs', 100, ['serving 0', 'failing 1']],
		['failures among answers as one failing', 'srsrsr', 500, ['serving 0', 'failing 1']],
		[
			'failures long after others as new',
			'srsssssssr',
			500,
			['serving 0', 'failing 1', 'failing 9']
		],
		['the end of an outage', 'srrrrrrrrrs', 100, ['serving 0', 'failing 1', 'serving 10']]
	])('is %s', (_, letters, everyMs, expected) => {
		expect(told(letters, everyMs)).toEqual(expected);
	});
});
