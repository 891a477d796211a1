import { expect, it } from 'vitest';
import { namesFurtherKind } from './named-kinds.ts';

it.each([
	'kubectl get sts',
	'kubectl create role reader --verb=get',
	'kind: Job',
	'kubectl get all',
	'kubectl get jobs.batch'
])('%s is about a kind that is loaded later', (text) => {
	expect(namesFurtherKind(text)).toBe(true);
});

it.each(['kubectl get pods', 'kubectl create deployment web --image=web:v1', 'kind: Service'])(
	'%s needs none of them',
	(text) => {
		expect(namesFurtherKind(text)).toBe(false);
	}
);
