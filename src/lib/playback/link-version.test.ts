import { describe, expect, it } from 'vitest';
import { simulate } from '#lib/source/simulate.ts';
import { linkVersion } from './link-version.ts';

const tell = (seed: number, command: string) =>
	simulate({
		seed,
		nodes: [{ name: 'worker-1', cpu: '2', memory: '4Gi' }],
		steps: [{ atMs: 0, run: command }],
		untilMs: 1000
	});

describe('the version in a link', () => {
	const story = tell(1, 'kubectl run web --image=web:v1');

	it('is the same whenever the same story is told', () => {
		expect(linkVersion([tell(1, 'kubectl run web --image=web:v1')])).toBe(linkVersion([story]));
		expect(linkVersion([story])).toMatch(/^1\.[0-9a-z]+$/);
	});

	it('is another one when anything happens at another time', () => {
		const others = [[tell(2, 'kubectl run web --image=web:v1')], [tell(1, 'kubectl get pods')]];
		for (const other of [...others, [story, story], []]) {
			expect(linkVersion(other)).not.toBe(linkVersion([story]));
		}
	});
});
