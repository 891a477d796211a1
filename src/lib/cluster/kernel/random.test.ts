import { expect, test } from 'vitest';
import { draw } from './latency.ts';
import { Random } from './random.ts';

test('the same seed and stream give the same numbers, another stream others', () => {
	const numbers = (random: Random): number[] => [random.next(), random.next(), random.next()];
	expect(numbers(new Random(7).stream('a'))).toEqual(numbers(new Random(7).stream('a')));
	expect(numbers(new Random(7).stream('a'))).not.toEqual(numbers(new Random(7).stream('b')));
	expect(numbers(new Random(7).stream('a'))).not.toEqual(numbers(new Random(8).stream('a')));
});

test('a uuid is of version 4', () => {
	const random = new Random(1);
	for (let i = 0; i < 100; i++) {
		expect(random.uuid()).toMatch(
			/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/
		);
	}
});

test('one draw in ten is quicker than p10, one in ten slower than p90, half are slower than the median', () => {
	const random = new Random(3);
	const spread = { median: 10, p10: 4, p90: 30 };
	const draws = Array.from({ length: 20_000 }, () => draw(random, spread));
	const share = (below: number): number =>
		draws.filter((value) => value < below).length / draws.length;
	expect(share(4)).toBeCloseTo(0.1, 1);
	expect(share(10)).toBeCloseTo(0.5, 1);
	expect(share(30)).toBeCloseTo(0.9, 1);
});
