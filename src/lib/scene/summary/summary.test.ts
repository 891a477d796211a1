import { describe, expect, it } from 'vitest';
import { makeTempo } from '#lib/tempo/make-tempo.ts';
import { beatsOf } from '#lib/trace/beats.ts';
import { createPodTrace } from '#lib/trace/fixture/create-pod.ts';
import { indexTrace } from '#lib/trace/state-at.ts';
import { textFaults } from '../fixture/text-faults.ts';
import { captionAt } from '../caption.ts';
import { sequence } from '../sequence.ts';
import { summaryAt } from './summary.ts';
import { summaryParts } from './summary-parts.ts';
import { textWidth } from '../text-width.ts';
import { timeline } from '../timeline.ts';

const trace = createPodTrace();
const index = indexTrace(trace);
const tempo = makeTempo(trace, 'lesson');
const { startMs, endMs } = trace.header;

describe('summaryAt', () => {
	const summary = (ms: number) => summaryAt(index, ms, 'en', captionAt(index, ms, 'en'));

	it('says where each Pod is and in what state', () => {
		expect(summary(endMs).there).toContain('Pod web on worker-1: Running.');
	});

	it('says what happens, and what is on its way', () => {
		const request = trace.events.find(({ kind }) => kind === 'message')!;
		const { happening } = summary(request.atMs);
		expect(happening[0]).toBe(captionAt(index, request.atMs, 'en').sentence);
		expect(happening).toContain(
			'POST /api/v1/namespaces/default/pods is on its way from terminal to api-server.'
		);
	});

	it('says what was stored last and what that changed, the newest first', () => {
		const { changed } = summary(endMs);
		expect(changed[0]).toMatch(/ago: Pod web was stored anew: .*Ready False → True/);
		expect(changed.at(-1)).toContain('Pod web');
	});

	it('says what was typed, and what is awaited', () => {
		const bound = beatsOf(trace).find(({ name }) => name === 'bound')!;
		const { person } = summary(bound.atMs);
		expect(person.some((line) => line.includes('kubectl run web'))).toBe(true);
		expect(person).toContain('Not ready yet: web.');
		expect(summary(endMs).person).toContain('Nothing is awaited.');
	});

	it.each(['en', 'zh-Hant', 'zh-Hans'] as const)(
		'leaves no part empty at any moment in %s',
		(locale) => {
			for (const { atMs } of [{ atMs: startMs }, ...beatsOf(trace)]) {
				const parts = summaryAt(index, atMs, locale, captionAt(index, atMs, locale));
				for (const part of summaryParts) {
					expect(parts[part].length).toBeGreaterThan(0);
					expect(parts[part].join('')).not.toMatch(/\{|undefined|NaN/);
				}
			}
		}
	);
});

describe('captionAt', () => {
	it('says that nothing happens before the story begins', () => {
		const { seq, call } = captionAt(index, startMs - 1, 'en');
		expect([seq, call]).toEqual([null, null]);
	});

	it('counts time from what came before, and says who doesn’t know yet', () => {
		const binding = trace.events.find(
			(event) =>
				event.kind === 'message' &&
				event.content.type === 'request' &&
				event.content.subresource === 'binding'
		)!;
		expect(captionAt(index, binding.atMs, 'en')).toEqual({
			sentence:
				'The scheduler chose worker-1. It does not call the node: it writes a Binding to the API server.',
			call: 'POST /api/v1/namespaces/default/pods/web/binding',
			fact: '2 of 3 nodes scored the same: picked by chance. No one at worker-1 knows yet.',
			seq: binding.seq,
			sinceMs: binding.atMs
		});
	});
});

describe('sequence', () => {
	it('lets no two texts touch', () => {
		const options = { width: 1280, height: 516, locale: 'en', tempo } as const;
		for (let screenMs = 0; screenMs < tempo.durationMs; screenMs += 700) {
			expect(textFaults(sequence(index, tempo.toCluster(screenMs), options))).toEqual([]);
		}
	});
});

describe('timeline', () => {
	const { bars, ticks } = timeline(trace, tempo, { width: 900, barHeight: 30, locale: 'en' });

	it('has bars within its height, and ticks in order within its width', () => {
		expect(Math.max(...bars.map(({ height }) => height))).toBe(30);
		expect(ticks.map(({ x }) => x)).toEqual(ticks.map(({ x }) => x).sort((a, b) => a - b));
		expect(ticks.at(-1)!.x).toBeLessThanOrEqual(900);
	});

	it('lets no two labels touch each other', () => {
		const labels = ticks
			.filter(({ labelled }) => labelled)
			.map(({ x, label }) => {
				const half = textWidth(label, { size: 11, font: 'sans', weight: 600 }) / 2;
				return { from: x - half, to: x + half };
			});
		labels.slice(1).forEach(({ from }, i) => expect(from).toBeGreaterThan(labels[i]!.to));
	});

	it('calls a command what was typed', () => {
		const commands = beatsOf(trace).filter(({ name }) => name === 'run');
		const labels = commands.map(({ seq }) => ticks.find((tick) => tick.seq === seq)?.label);
		expect(labels).toEqual(['get', 'run']);
	});
});
