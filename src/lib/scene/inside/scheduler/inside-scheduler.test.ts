import { describe, expect, it } from 'vitest';
import { simulate } from '#lib/source/simulate.ts';
import { makeTempo } from '#lib/tempo/make-tempo.ts';
import { indexTrace } from '#lib/trace/state-at.ts';
import type { SceneOptions } from '../../options.ts';
import { scene } from '../../scene.ts';
import { schedulingDecisions } from './shown-cycle.ts';

const manifest = (name: string, spec: object) =>
	JSON.stringify({ apiVersion: 'v1', kind: 'Pod', metadata: { name }, spec });
const containers = [{ name: 'c', image: 'web:v1', resources: { requests: { cpu: '500m' } } }];
const trace = simulate({
	seed: 1,
	nodes: [
		{
			name: 'small',
			cpu: '1',
			memory: '2Gi',
			taints: [{ key: 'old', effect: 'PreferNoSchedule' }]
		},
		{ name: 'large', cpu: '4', memory: '8Gi' }
	],
	imagesPresent: ['web:v1'],
	files: {
		'a.yaml': manifest('a', { containers }),
		'b.yaml': manifest('b', { containers, nodeSelector: { disk: 'ssd' } })
	},
	steps: [
		{ atMs: 0, run: 'kubectl apply -f a.yaml' },
		{ atMs: 2000, run: 'kubectl apply -f b.yaml' }
	],
	untilMs: 4000
});
const index = indexTrace(trace);
const options: SceneOptions = {
	width: 1280,
	height: 516,
	locale: 'en',
	tempo: makeTempo(trace, 'lesson'),
	inside: 'scheduler'
};
const [first, second] = schedulingDecisions(trace);

const textsAt = (ms: number, more: Partial<SceneOptions> = {}): Map<string, string> =>
	new Map(
		scene(index, ms, { ...options, ...more }).marks.flatMap((mark) =>
			mark.type === 'text' && mark.key.startsWith('inside/') ? [[mark.key, mark.text]] : []
		)
	);

describe('the scheduler opened', () => {
	it('shows the sum that won as it was worked out', () => {
		const texts = textsAt(first!.atMs + 1);
		const won = first!.nodes.find(({ node }) => node === first!.winner)!;
		const sum = Object.values(won.scores!).filter((score) => score !== 0);
		expect(sum.reduce((all, score) => all + score)).toBe(won.total);
		expect(texts.get('inside/outcome/0')).toBe(`large wins: ${sum.join(' + ')} = ${won.total}`);
	});

	it('shows how a score came about: raw, normalised, weight', () => {
		const texts = textsAt(first!.atMs + 1);
		expect(texts.get('inside/node/small/TaintToleration/how')).toBe('1→0 ×3');
		expect(texts.get('inside/node/large/TaintToleration/how')).toBe('0→100 ×3');
		expect(texts.get('inside/node/large/TaintToleration')).toBe('300');
	});

	it('says what each node had left when the decision was made, and what the Pod asks for', () => {
		expect(textsAt(first!.atMs + 1).get('inside/node/large/free')).toBe('4 CPU, 8Gi free');
		expect(textsAt(second!.atMs + 1).get('inside/node/large/free')).toBe('3.5 CPU, 8Gi free');
		expect(textsAt(first!.atMs + 1).get('inside/cycle')).toContain('asks for 500m CPU, 0Mi');
	});

	it('names the filter that refused each node, and the scheduler’s own message', () => {
		const texts = textsAt(second!.atMs + 1);
		expect(texts.get('inside/node/small/why')).toBe(
			"NodeAffinity: node(s) didn't match Pod's node affinity/selector"
		);
		expect(texts.get('inside/filter/NodeAffinity')).toBe('NodeAffinity ✕2');
		expect(texts.get('inside/outcome/0')).toMatch(/^0\/2 nodes are available/);
	});

	it('goes back with the play head, and to the cycle of the Pod that someone looks at', () => {
		expect(textsAt(first!.atMs + 1).get('inside/cycle')).toContain('cycle 1 of 1');
		const focus = '/registry/pods/default/a';
		expect(textsAt(second!.atMs + 1).get('inside/cycle')).toContain('Pod b · cycle 2 of 2');
		expect(textsAt(second!.atMs + 1, { focus }).get('inside/cycle')).toContain(
			'Pod a · cycle 1 of 2'
		);
	});
});
