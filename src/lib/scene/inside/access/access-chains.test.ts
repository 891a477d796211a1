import { expect, it } from 'vitest';
import type { KubeObject } from '#lib/kubernetes/object.ts';
import { simulate } from '#lib/source/simulate.ts';
import { indexTrace, stateAt } from '#lib/trace/state-at.ts';
import { accessChains } from './access-chains.ts';
import { accessAt } from './asked-access.ts';

const trace = simulate({
	seed: 1,
	nodes: [],
	steps: [
		{ atMs: 0, run: 'kubectl get pods --as=jane' },
		{ atMs: 1000, run: 'kubectl create role reader --verb=get,list --resource=pods' },
		{ atMs: 2000, run: 'kubectl create rolebinding jane-reads --role=reader --user=jane' },
		{ atMs: 3000, run: 'kubectl get pods --as=jane' },
		{ atMs: 4000, run: 'kubectl delete pod web --as=jane' },
		{ atMs: 5000, run: 'kubectl auth can-i list pods --as=jane' },
		{ atMs: 6000, run: 'kubectl get secrets --as=jane' },
		{ atMs: 7000, run: 'kubectl get pods -n kube-system --as=jane' }
	],
	untilMs: 8000
});
const index = indexTrace(trace);

/** What was asked by the end of a second of the story, and the ways that lead there. */
function asked(second: number) {
	const ms = trace.header.startMs + second * 1000 + 900;
	const access = accessAt(trace, ms)!;
	return { access, chains: accessChains(access, stateAt(index, ms).objects) };
}

it('without a binding no way leads anywhere', () => {
	const { access, chains } = asked(0);
	expect(access).toMatchObject({ user: 'jane', verdict: 'refused' });
	expect(chains).toEqual([]);
});

it('a binding leads to a role, and its rule to what it allows', () => {
	const { access, chains } = asked(3);
	expect(access.verdict).toBe('allowed');
	expect(chains).toEqual([
		{
			subject: 'User jane',
			binding: 'RoleBinding jane-reads',
			role: 'Role reader',
			rules: [{ text: 'get, list pods', allows: true, misses: null }],
			allows: true
		}
	]);
});

it.each([
	[4, 'verb'],
	[6, 'resource']
])('says at second %i that a rule doesn’t fit because of the %s', (second, misses) => {
	const { access, chains } = asked(second);
	expect(access.verdict).toBe('refused');
	expect(chains[0]).toMatchObject({ allows: false, rules: [{ misses }] });
});

it('a question is answered by the same rules', () => {
	const { access, chains } = asked(5);
	expect(access).toMatchObject({ isQuestion: true, user: 'jane', verdict: null });
	expect(chains[0]!.allows).toBe(true);
});

it('a binding of one namespace says nothing about another', () => {
	expect(asked(7).chains).toEqual([]);
});

it('takes roles for what they were at that moment', () => {
	const objects = stateAt(index, trace.header.startMs + 1500).objects;
	const kinds = [...objects].map(([, { object }]) => (object as KubeObject).kind);
	expect(kinds).toContain('Role');
	expect(accessChains(asked(3).access, objects)[0]?.binding).not.toBe('RoleBinding jane-reads');
});
