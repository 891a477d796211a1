import { describe, expect, it } from 'vitest';
import { locales } from '#lib/i18n/locale.ts';
import { makeTempo } from '#lib/tempo/make-tempo.ts';
import { beatsOf } from '#lib/trace/beats.ts';
import { createPodTrace } from '#lib/trace/fixture/create-pod.ts';
import { indexTrace } from '#lib/trace/state-at.ts';
import { textFaults } from './fixture/text-faults.ts';
import type { SceneOptions } from './options.ts';
import { scene } from './scene.ts';

const trace = createPodTrace();
const index = indexTrace(trace);
const tempo = makeTempo(trace, 'lesson');
const options: SceneOptions = { width: 1280, height: 516, locale: 'en', tempo };
/** Every beat, and every half second of the screen. */
const moments = [
	...beatsOf(trace).map(({ atMs }) => atMs),
	...Array.from({ length: tempo.durationMs / 500 }, (_, i) => tempo.toCluster(i * 500))
];

describe('scene', () => {
	it('gives the same marks for the same moment, whatever was drawn before', () => {
		const drawn = moments.map((ms) => scene(index, ms, options));
		const again = [...moments].reverse().map((ms) => scene(indexTrace(trace), ms, options));
		expect(again.reverse()).toEqual(drawn);
	});

	it('gives every mark a key of its own', () => {
		for (const ms of moments) {
			const keys = scene(index, ms, options).marks.map(({ key }) => key);
			expect(new Set(keys).size).toBe(keys.length);
		}
	});

	it.each([
		[1280, 516],
		[1920, 820],
		[1000, 500],
		[390, 640],
		[768, 800]
	])('lets no two texts touch and none leave at %i × %i', (width, height) => {
		for (const locale of locales) {
			const found = moments.flatMap((ms) =>
				textFaults(scene(index, ms, { ...options, width, height, locale }))
			);
			expect([...new Set(found)]).toEqual([]);
		}
	});

	it('lets no two texts touch in projector mode', () => {
		const found = moments.flatMap((ms) =>
			textFaults(scene(index, ms, { ...options, projector: true }))
		);
		expect([...new Set(found)]).toEqual([]);
	});

	it.each([2, 3, 5, 8])('opens at %i times without two texts touching', (scale) => {
		const detail = { scale, x: 0, y: 0, width: 1280, height: 516 };
		const found = moments.flatMap((ms) => textFaults(scene(index, ms, { ...options, detail })));
		expect([...new Set(found)]).toEqual([]);
	});

	it('opens only what is seen', () => {
		const { endMs } = trace.header;
		const keys = (x: number) => {
			const detail = { scale: 3, x, y: 0, width: 100, height: 516 };
			return scene(index, endMs, { ...options, detail }).marks.map(({ key }) => key);
		};
		expect(keys(300).some((key) => key.endsWith('/sandbox'))).toBe(true);
		expect(keys(1100).some((key) => key.endsWith('/sandbox'))).toBe(false);
	});

	it('says of a Pod that the API has not heard of its containers as long as that is so', () => {
		const started = trace.events.find(
			(event) => event.kind === 'local' && event.fact.type === 'container-started'
		)!;
		const note = (ms: number) =>
			scene(index, ms, options).marks.find(({ key }) => key.endsWith('/note'));
		expect(note(started.atMs)).toMatchObject({ text: 'runs; the API doesn’t know' });
		expect(note(trace.header.endMs)).toBeUndefined();
	});

	it('keeps a Pod where it is from birth to the end', () => {
		const places = moments.flatMap((ms) =>
			scene(index, ms, options).marks.filter(({ key }) =>
				/^pod\/[^/]+\/[^/]+\/[^/]+\/[^/]+$/.test(key)
			)
		);
		const positions = new Set(places.map((mark) => mark.type === 'rect' && `${mark.x} ${mark.y}`));
		expect(positions.size).toBe(1);
	});

	it('shows more when everything is asked for', () => {
		const count = (showEverything: boolean) =>
			moments.reduce(
				(sum, ms) => sum + scene(index, ms, { ...options, showEverything }).marks.length,
				0
			);
		expect(count(true)).toBeGreaterThanOrEqual(count(false));
	});
});
