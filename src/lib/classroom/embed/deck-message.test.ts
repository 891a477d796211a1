import { describe, expect, it } from 'vitest';
import { readOrder } from './deck-message.ts';

describe('an order from the page around', () => {
	it('is read when it is one', () => {
		expect(readOrder({ kinetes: 'next', more: 1 })).toEqual({ kinetes: 'next' });
		expect(readOrder({ kinetes: 'go', at: 800 })).toEqual({ kinetes: 'go', at: 800 });
	});

	it.each([
		null,
		'next',
		5,
		{},
		{ kinetes: 'eval' },
		{ kinetes: 'go' },
		{ kinetes: 'go', at: NaN }
	])('is nobody’s when it says something else: %j', (data) => {
		expect(readOrder(data)).toBeUndefined();
	});
});
