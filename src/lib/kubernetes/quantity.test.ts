import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
	addQuantity,
	compareQuantity,
	decimalText,
	formatQuantity,
	intValue,
	milliValue,
	parseQuantity,
	quantityErrors,
	roundUp,
	subQuantity
} from './quantity.ts';

/** Below 10^21: from there on upstream has no suffix either, and leaves it out. */
const suffixed = fc
	.tuple(
		fc.bigInt({ min: -(10n ** 11n), max: 10n ** 11n }),
		fc.constantFrom('', 'n', 'u', 'm', 'k', 'M', 'G', 'Ki', 'Mi', 'Gi', 'e3', 'E-6')
	)
	.map(([digits, suffix]) => `${digits}${suffix}`);

describe('parseQuantity', () => {
	it.each([
		['', quantityErrors.format],
		['1 ', quantityErrors.format],
		['abc', quantityErrors.format],
		['1.5.2', quantityErrors.format],
		['1i', quantityErrors.suffix],
		['5e', quantityErrors.suffix],
		['1mi', quantityErrors.suffix]
	])('refuses %j', (text, message) => {
		expect(() => parseQuantity(text)).toThrow(message);
	});

	it('rounds what is finer than a nano away from zero', () => {
		expect(decimalText(parseQuantity('0.1n'))).toBe('0.000000001');
		expect(decimalText(parseQuantity('-0.1n'))).toBe('-0.000000001');
	});

	it('stays quick for an absurd exponent', () => {
		expect(formatQuantity(parseQuantity('1e-999999999'))).toBe('1e-9');
		expect(intValue('1e999999999')).toBe(2 ** 63);
	});
});

describe('formatQuantity', () => {
	it.each([
		['1024Mi', '1Gi'],
		['0.5', '500m'],
		['1000k', '1M'],
		['1536Mi', '1536Mi'],
		['512Ki', '512Ki'],
		['0', '0']
	])('writes %s as %s', (text, canonical) => {
		expect(formatQuantity(parseQuantity(text))).toBe(canonical);
	});

	it('writes what reads back as the same value', () => {
		fc.assert(
			fc.property(suffixed, (text) => {
				const quantity = parseQuantity(text);
				expect(compareQuantity(parseQuantity(formatQuantity(quantity)), quantity)).toBe(0);
			})
		);
	});
});

describe('arithmetic', () => {
	it('takes away again what was added', () => {
		fc.assert(
			fc.property(suffixed, suffixed, (x, y) => {
				const [a, b] = [parseQuantity(x), parseQuantity(y)];
				expect(compareQuantity(subQuantity(addQuantity(a, b), b), a)).toBe(0);
			})
		);
	});

	it('never rounds towards zero', () => {
		fc.assert(
			fc.property(suffixed, fc.integer({ min: -9, max: 6 }), (text, power) => {
				const quantity = parseQuantity(text);
				const { value, exact } = roundUp(quantity, power);
				const order = compareQuantity(value, quantity);
				expect(order === 0).toBe(exact);
				if (!exact) expect(order).toBe(quantity.unscaled > 0n ? 1 : -1);
			})
		);
	});
});

describe('milliValue and intValue', () => {
	it('round up to whole millicores and bytes', () => {
		expect(milliValue('1')).toBe(1000);
		expect(milliValue('1500u')).toBe(2);
		expect(intValue('1Ki')).toBe(1024);
		expect(intValue('100m')).toBe(1);
	});

	it('are zero for nothing', () => {
		expect(milliValue(undefined)).toBe(0);
		expect(intValue(undefined)).toBe(0);
	});
});
