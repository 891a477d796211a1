import { describe, expect, it } from 'vitest';
import { simulate } from '#lib/source/simulate.ts';
import { makeTempo } from '#lib/tempo/make-tempo.ts';
import { indexTrace } from '#lib/trace/state-at.ts';
import { scene } from './scene.ts';

const trace = simulate({
	seed: 1,
	nodes: [{ name: 'worker-1', cpu: '2', memory: '4Gi' }],
	before: { steps: [{ atMs: 0, run: 'kubectl create namespace shop' }], lastsMs: 3000 },
	steps: [{ atMs: 0, run: 'kubectl get namespaces' }],
	untilMs: 3000
});
const tempo = makeTempo(trace, 'lesson');
const index = indexTrace(trace);

function linesAt(atMs: number): string[] {
	const { marks } = scene(index, atMs, { width: 1280, height: 516, locale: 'en', tempo });
	return marks.flatMap((mark) =>
		mark.type === 'text' && mark.key.startsWith('terminal/') ? [mark.text] : []
	);
}

describe('the terminal', () => {
	it('has commands of the time before the story as whole lines, though nobody saw them typed', () => {
		const lines = linesAt(tempo.startMs);
		expect(lines).toContain('namespace/shop created');
		expect(lines.join(' ')).toContain('$ kubectl create \\ namespace shop');
	});

	it('types what is typed in the story letter by letter', () => {
		const typed = trace.events.find(
			(event) => event.kind === 'output' && event.text === 'kubectl get namespaces'
		)!;
		const screenMs = tempo.toScreen(typed.atMs);
		const halfway = linesAt(tempo.toCluster(screenMs + 10 * 26)).join(' ');
		expect(halfway).toMatch(/\$ kubectl ?g?e?t?$/);
	});
});
