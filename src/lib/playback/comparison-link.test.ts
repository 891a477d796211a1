import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { usualSettings } from '#lib/source/rollout-settings.ts';
import { decodeComparisonLink, encodeComparisonLink, unusual } from './comparison-link.ts';

describe('a link to a comparison', () => {
	it('says only which settings are unusual', () => {
		expect(unusual(usualSettings)).toEqual({});
		expect(unusual({ ...usualSettings, replicas: 6, preStop: 5 })).toEqual({
			replicas: 6,
			preStop: 5
		});
	});

	it('leads back to what it was made from', () => {
		const link = fc.record(
			{
				atMs: fc.nat(100_000),
				locale: fc.constantFrom('en', 'zh-Hant', 'zh-Hans'),
				projector: fc.constant(true),
				only: fc.constantFrom('RollingUpdate', 'Recreate'),
				settings: fc.record(
					{ replicas: fc.nat(50), maxSurge: fc.string(), hasProbe: fc.boolean() },
					{ requiredKeys: ['replicas'] }
				),
				fork: fc.record({
					base: fc.record({
						seed: fc.nat(9),
						nodes: fc.constant([]),
						steps: fc.array(fc.record({ atMs: fc.nat(9999), run: fc.string() }))
					}),
					atMs: fc.nat(9999),
					run: fc.string()
				})
			},
			{ requiredKeys: [] }
		);
		fc.assert(
			fc.property(link, (made) => {
				const plain = JSON.parse(JSON.stringify(made)) as typeof made;
				expect(decodeComparisonLink(`#${encodeComparisonLink(plain)}`)).toEqual(plain);
			})
		);
	});

	it('never throws, and leaves out what it can’t understand', () => {
		expect(
			decodeComparisonLink('#with={"replicas":"many","color":1}&fork={&only=BlueGreen')
		).toEqual({ settings: {} });
		fc.assert(
			fc.property(fc.string(), fc.string(), (name, value) => {
				decodeComparisonLink(`#${name}=${value}&fork=${value}`);
			})
		);
	});
});
