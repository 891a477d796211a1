import { expect, it } from 'vitest';
import { simulate } from '#lib/source/simulate.ts';
import { laterBy } from './later-by.ts';
import { requestsOf } from './requests.ts';

const trace = simulate({
	seed: 1,
	nodes: [{ name: 'worker-1', cpu: '2', memory: '4Gi' }],
	steps: [{ atMs: 0, run: 'kubectl create service clusterip web --tcp=80' }],
	traffic: [{ service: 'default/web', perSecond: 10, fromMs: 0, untilMs: 1000 }],
	untilMs: 1500
});

it('moves everything that has a time by the same', () => {
	const later = laterBy(trace, 500);
	const times = (text: string) =>
		[...text.matchAll(/"(?:\w*AtMs|startMs|endMs)":([\d.]+)/g)].map(([, ms]) => Number(ms));
	const of = ({ header: { startMs, endMs }, events }: typeof trace) =>
		times(JSON.stringify([{ startMs, endMs }, ...events]));
	expect(of(later)).toEqual(of(trace).map((ms) => Math.round((ms + 500) * 1000) / 1000));
	expect(requestsOf(later).length).toBeGreaterThan(5);
});
