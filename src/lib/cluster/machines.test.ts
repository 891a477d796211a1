import type { AnyStateMachine } from 'xstate';
import { getShortestPaths } from 'xstate/graph';
import { describe, expect, test } from 'vitest';
import type { Scenario } from '#lib/source/scenario.ts';
import { simulate } from '#lib/source/simulate.ts';
import { CompiledMachine } from './kernel/machine.ts';
import { machines } from './machines.ts';

describe.each(Object.entries(machines))('%s', (name, machine) => {
	const atomic = leavesOf(machine.root).map((node) => node.path.join('.'));
	const paths = getShortestPaths(machine, { events: machine.events.map((type) => ({ type })) });
	const reached = new Set(paths.map(({ state }) => pathOf(state.value)));

	test('every state can be reached', () => {
		expect([...reached].sort()).toEqual([...atomic].sort());
	});

	test('every state that is no end has a way on to an end, unless it has no end', () => {
		const ends = atomic.filter(
			(path) => machine.getStateNodeById(`${machine.id}.${path}`).type === 'final'
		);
		const compiled = new CompiledMachine(name, machine);
		if (ends.length === 0) return;
		for (const start of atomic) {
			// getShortestPaths leaves the compiled machine with no snapshot of states that it never entered.
			for (const { steps } of paths) {
				let state = compiled.initial.to;
				for (const { event } of steps) state = compiled.step(state, event.type).to;
			}
			expect(endsFrom(compiled, start, machine.events, ends), start).toBe(true);
		}
	});
});

/** Enough to drive every machine: success, crash, image failure, deletion, refusal, sidecars, a rollout. */
const scenario: Scenario = {
	seed: 5,
	nodes: [{ name: 'worker-1', cpu: '2', memory: '4Gi' }],
	imagesPresent: ['busybox:1.36'],
	steps: [
		{ atMs: 0, run: 'kubectl run web --image=web:v1' },
		{ atMs: 10, run: 'kubectl run web --image=web:v1' },
		{ atMs: 20, run: 'kubectl run nope --image=web:nope' },
		{ atMs: 30, run: 'kubectl run crash --image=busybox:1.36 -- sh -c "exit 1"' },
		{
			atMs: 40,
			run: `kubectl run big --image=web:v1 --overrides='{"spec":{"nodeSelector":{"disk":"ssd"}}}'`
		},
		{ atMs: 50, run: 'kubectl create deployment app --image=web:v1 --replicas=2' },
		{ atMs: 10_000, run: 'kubectl set image deployment/app web=web:v2' },
		{ atMs: 18_000, run: 'kubectl scale deployment app --replicas=1' },
		{ atMs: 20_000, run: 'kubectl delete pod web nope crash big --wait=false' },
		{ atMs: 25_000, run: 'kubectl delete deployment app' },
		{ atMs: 30_000, run: 'kubectl get pods missing' }
	],
	untilMs: 60_000
};

test('every transition of a trace is one that its machine allows', () => {
	const compiled = Object.fromEntries(
		Object.entries(machines).map(([name, machine]) => [name, new CompiledMachine(name, machine)])
	);
	const states = new Map<string, string>();
	let checked = 0;
	for (const event of simulate(scenario).events) {
		if (event.kind !== 'transition') continue;
		const machine = compiled[event.machine]!;
		if (event.from === null) expect(event.to).toBe(machine.initial.to);
		else {
			expect(states.get(event.actor), event.actor).toBe(event.from);
			expect(machine.step(event.from, event.event).to).toBe(event.to);
		}
		states.set(event.actor, event.to);
		checked++;
	}
	expect(checked).toBeGreaterThan(300);
	expect(new Set([...states.keys()].map((actor) => actor.split('/')[0])).size).toBe(7);
});

function leavesOf(node: AnyStateMachine['root']): AnyStateMachine['root'][] {
	const inner = Object.values(node.states);
	return inner.length === 0 ? [node] : inner.flatMap(leavesOf);
}

function pathOf(value: unknown): string {
	if (typeof value === 'string') return value;
	const [key, inner] = Object.entries(value as Record<string, unknown>)[0]!;
	return `${key}.${pathOf(inner)}`;
}

function endsFrom(
	compiled: CompiledMachine,
	start: string,
	events: readonly string[],
	ends: readonly string[]
): boolean {
	const seen = new Set([start]);
	for (const state of seen) {
		if (ends.includes(state)) return true;
		for (const event of events) seen.add(compiled.step(state, event).to);
	}
	return false;
}
