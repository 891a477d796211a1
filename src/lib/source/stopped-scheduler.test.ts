import { expect, test } from 'vitest';
import { simulate } from './simulate.ts';

const trace = simulate({
	seed: 1,
	nodes: [1, 2].map((i) => ({ name: `worker-${i}`, cpu: '2', memory: '3610176Ki' })),
	imagesPresent: ['web:v1'],
	steps: [
		{ atMs: 0, run: 'kubectl run before --image=web:v1' },
		{ atMs: 4000, run: 'kubectl run meanwhile --image=web:v1' }
	],
	faults: [
		{ atMs: 2000, component: 'scheduler', happens: 'stops' },
		{ atMs: 60_000, component: 'scheduler', happens: 'starts' }
	],
	untilMs: 70_000
});
const { startMs } = trace.header;
const since = (atMs: number) => atMs - startMs;

test('a stopped scheduler decides nothing, asks nothing and hears nothing', () => {
	const meanwhile = trace.events.filter(({ atMs }) => since(atMs) > 2010 && since(atMs) < 60_000);
	expect(meanwhile.filter(({ kind }) => kind === 'decision')).toEqual([]);
	const talk = meanwhile.filter(
		(event) => event.kind === 'message' && (event.from === 'scheduler' || event.to === 'scheduler')
	);
	expect(talk).toEqual([]);
});

test('one that starts again finds what it has missed by itself', () => {
	const decided = trace.events.flatMap((event) =>
		event.kind === 'decision' && event.decision === 'scheduling'
			? [[event.pod, Math.floor(since(event.atMs) / 1000)]]
			: []
	);
	expect(decided).toEqual([
		['default/before', 0],
		['default/meanwhile', 60]
	]);
});

test('what stops and starts is in the trace, without a cause', () => {
	const steps = trace.events.flatMap((event) =>
		event.kind === 'transition' && event.machine === 'component'
			? [[event.actor, event.from, event.to, event.cause]]
			: []
	);
	expect(steps).toEqual([
		['component/scheduler', 'running', 'stopped', null],
		['component/scheduler', 'stopped', 'running', null]
	]);
});
