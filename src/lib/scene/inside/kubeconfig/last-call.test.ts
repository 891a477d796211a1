import { expect, it } from 'vitest';
import { simulate } from '#lib/source/simulate.ts';
import { lastCall } from './last-call.ts';

const trace = simulate({
	seed: 1,
	nodes: [{ name: 'worker-1', cpu: '2', memory: '2Gi' }],
	steps: [
		{ atMs: 0, run: 'kubectl get nodes' },
		{ atMs: 2000, run: 'kubectl get pod none' },
		{ atMs: 4000, run: 'kubectl --server=https://127.0.0.1:7443 get pods' },
		{ atMs: 6000, run: 'kubectl config current-context' }
	],
	untilMs: 8000
});

const at = (ms: number) => {
	const count = trace.events.findIndex(({ atMs }) => atMs > trace.header.startMs + ms);
	const call = lastCall(trace, count < 0 ? trace.events.length : count);
	return call && { asked: call.asked, answer: call.answer, failed: call.failed };
};

it('is the last request of a command that was answered, discovery aside', () => {
	expect(at(10)).toBeUndefined();
	expect(at(1900)).toEqual({ asked: 'GET /api/v1/nodes', answer: '200 OK', failed: false });
});

it('has failed when the API server refused it', () => {
	const asked = 'GET /api/v1/namespaces/default/pods/none';
	expect(at(3900)).toEqual({ asked, answer: '404 Not Found', failed: true });
});

it('is the address where nobody answers, and stays what it was while a command asks nobody', () => {
	const nobody = { asked: null, answer: '127.0.0.1:7443', failed: true };
	expect(at(5900)).toEqual(nobody);
	expect(at(7900)).toEqual(nobody);
});
