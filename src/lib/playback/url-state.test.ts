import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { locales } from '#lib/i18n/locale.ts';
import { insideNames } from '#lib/scene/inside/inside-name.ts';
import { speeds } from './speed.ts';
import { decodeUrlState, encodeUrlState, type UrlState } from './url-state.ts';

const optional = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined });

const states = fc
	.record({
		atMs: optional(fc.integer({ min: 0, max: 1e9 }).map((n) => n / 1000)),
		locale: optional(fc.constantFrom(...locales)),
		speed: optional(fc.constantFrom(...speeds.filter((speed) => speed !== 1))),
		view: optional(fc.constant('sequence' as const)),
		showAll: optional(fc.constant(true)),
		showWatches: optional(fc.boolean()),
		inside: optional(fc.constantFrom(...insideNames, 'none' as const)),
		projector: optional(fc.constant(true)),
		source: optional(fc.constantFrom('recorded' as const, 'both' as const)),
		version: optional(fc.constant('1.abc')),
		input: optional(
			fc.record({
				commands: fc.string({ unit: 'grapheme' }),
				manifest: fc.string({ unit: 'grapheme' }),
				files: fc.constantFrom({}, { 'b.yaml': 'kind: Pod\n' }),
				nodes: fc.integer({ min: 1, max: 50 }),
				cpu: fc.string(),
				memory: fc.string()
			})
		)
	})
	.map(
		(state) =>
			Object.fromEntries(Object.entries(state).filter(([, v]) => v !== undefined)) as UrlState
	);

describe('the state in a link', () => {
	it('comes back as it was written', () => {
		fc.assert(
			fc.property(states, (state) => {
				expect(decodeUrlState(`#${encodeUrlState(state)}`)).toEqual(state);
			})
		);
	});

	it('never throws, whatever stands after the #', () => {
		fc.assert(
			fc.property(fc.string({ unit: 'binary' }), (text) => {
				expect(decodeUrlState(text)).toBeTypeOf('object');
			})
		);
	});

	it('keeps the sign that a moment was asked for when it is no number', () => {
		expect(decodeUrlState('#at=soon').atMs).toBeNaN();
		expect(decodeUrlState('#at=').atMs).toBeNaN();
	});

	it('ignores what it does not know', () => {
		expect(decodeUrlState('#lang=fr&speed=3&view=table&run={"commands":1}&run2=x')).toEqual({});
	});
});
