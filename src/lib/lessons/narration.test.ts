import { describe, expect, it } from 'vitest';
import { locales } from '#lib/i18n/locale.ts';
import { formatMessage } from '#lib/i18n/message.ts';
import { simulate } from '#lib/source/simulate.ts';
import { makeTempo } from '#lib/tempo/make-tempo.ts';
import { beatsOf } from '#lib/trace/beats.ts';
import { narrationOf } from '#lib/trace/narration.ts';
import { ranksOf } from '#lib/trace/rank.ts';
import { lessons } from './index.ts';

const played = lessons.map((lesson) => [lesson.id, simulate(lesson.scenario)] as const);
const traceOf = (id: string) => played.find(([one]) => one === id)![1];

describe.each(played)('the story of %s', (_, trace) => {
	const tempo = makeTempo(trace, 'lesson');
	const told = narrationOf(trace);

	it('lasts less than four minutes, without being hurried', () => {
		expect(tempo.durationMs).toBeLessThan(239_000);
	});

	it('leaves every caption time to be read, unless the next comes at the same moment', () => {
		const shortest = told.flatMap(({ atMs }, i) => {
			const next = told[i + 1]?.atMs ?? trace.header.endMs;
			return next > atMs ? [tempo.toScreen(next) - tempo.toScreen(atMs)] : [];
		});
		expect(Math.min(...shortest)).toBeGreaterThan(1300);
	});

	it.each(locales)('fills in every value of its sentences and names in %s', (locale) => {
		for (const { topic, values } of told) {
			expect(formatMessage(locale, `caption.${topic}`, values)).not.toMatch(/\{|undefined|NaN/);
		}
		for (const { name } of beatsOf(trace)) {
			expect(formatMessage(locale, `beat.${name}`).length).toBeGreaterThan(0);
		}
	});
});

describe('repetitions', () => {
	const count = (id: string, topic: string) =>
		narrationOf(traceOf(id)).filter((one) => one.topic === topic).length;

	it('are left out: of four Pods of one ReplicaSet the way to its node is told once', () => {
		expect(count('rolling-update', 'bound')).toBe(1);
		expect(count('rolling-update', 'makes-sandbox')).toBe(1);
		expect(count('recreate', 'bound')).toBe(1);
	});

	it('of decisions are told: each of them is another sum', () => {
		expect(count('rolling-update', 'decides-down')).toBe(4);
		expect(count('rolling-update', 'decides-up')).toBeGreaterThanOrEqual(3);
	});

	it('of failing requests are one failing', () => {
		expect(count('recreate', 'failing-refused')).toBe(1);
		expect(count('recreate', 'serving')).toBe(2);
	});

	it('end with the next command: what follows from it is news', () => {
		expect(count('gc', 'deletion-marked')).toBe(2);
		expect(count('replicaset', 'released')).toBe(1);
	});

	it('keep the cluster’s own Pods short', () => {
		const trace = traceOf('anatomy');
		const system = beatsOf(trace).filter(({ of }) => of?.startsWith('kube-system/'));
		expect(new Set(system.map(({ name }) => name))).toEqual(
			new Set(['service', 'deployed', 'ready', 'complete'])
		);
	});

	it('cost a story its rank, but never a person’s command', () => {
		for (const [, trace] of played) {
			const ranks = ranksOf(trace);
			for (const event of trace.events) {
				if (event.kind === 'output' && event.stream === 'input') {
					expect(ranks[event.seq]).toBe('story');
				}
			}
		}
	});
});
