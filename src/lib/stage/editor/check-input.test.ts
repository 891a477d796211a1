import { describe, expect, it } from 'vitest';
import type { EditedInput } from '#lib/playback/url-state.ts';
import { inputProblems } from './check-input.ts';

const good: EditedInput = {
	commands: 'kubectl apply -f pod.yaml',
	manifest: 'apiVersion: v1\nkind: Pod\nmetadata:\n  name: web\n',
	nodes: 3,
	cpu: '2',
	memory: '4Gi'
};

const problems = (more: Partial<EditedInput>) =>
	inputProblems({ ...good, ...more }, 'pod.yaml', 'en');

describe('inputProblems', () => {
	it('finds nothing wrong with a readable manifest, whatever it asks for', () => {
		expect(problems({})).toEqual([]);
		expect(problems({ manifest: 'kind: Nonsense' })).toEqual([]);
	});

	it('says the line and column of broken YAML in the words of kubectl', () => {
		const [problem] = problems({ manifest: 'apiVersion: v1\nkind: Pod\n metadata: x\n' });
		expect(problem?.text).toContain(
			'error parsing pod.yaml: error converting YAML to JSON: yaml: line'
		);
		expect(problem?.position?.line).toBeGreaterThanOrEqual(2);
	});

	it('refuses a bomb of aliases', () => {
		const rows = Array.from({ length: 9 }, (_, i) =>
			i === 0
				? 'a0: &a0 [x, x, x]'
				: `a${i}: &a${i} [${Array(9)
						.fill(`*a${i - 1}`)
						.join(', ')}]`
		);
		expect(problems({ manifest: rows.join('\n') })[0]?.text).toContain('excessive aliasing');
	});

	it.each([
		[{ commands: ' \n# nothing' }, 'Type a kubectl command first.'],
		[{ commands: 'rm -rf /' }, 'Only kubectl can be typed here: rm -rf /'],
		[{ nodes: 0 }, 'Between 1 and 50 worker nodes can be run.'],
		[{ nodes: 2.5 }, 'Between 1 and 50 worker nodes can be run.'],
		[{ cpu: '-1' }, '-1 is not a quantity above 0. Write it as 2, 500m or 4Gi.'],
		[{ memory: 'much' }, 'much is not a quantity above 0. Write it as 2, 500m or 4Gi.'],
		[
			{ manifest: 'just words' },
			'This is not a Kubernetes object: it needs apiVersion, kind and metadata.'
		]
	])('for %o says: %s', (more, text) => {
		expect(problems(more).map((problem) => problem.text)).toEqual([text]);
	});
});
