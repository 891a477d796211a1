import { expect, it } from 'vitest';
import { simulate } from '#lib/source/simulate.ts';
import { historyOf } from '#lib/trace/history.ts';
import { fieldWriters } from './field-writers.ts';
import { personWrites } from './person-writes.ts';
import { restPath } from './rest-path.ts';

const trace = simulate({
	seed: 1,
	nodes: [{ name: 'worker-1', cpu: '2', memory: '2Gi' }],
	imagesPresent: ['web:v1'],
	files: {
		'pod.yaml':
			'apiVersion: v1\nkind: Pod\nmetadata: {name: web}\n' +
			'spec: {containers: [{name: web, image: "web:v1"}]}\nstatus: {phase: Running}\n',
		'typo.yaml': 'apiVersion: v1\nkind: Pod\nmetadata: {name: x}\nspce: {}\n'
	},
	steps: [
		{ atMs: 0, run: 'kubectl create -f pod.yaml' },
		{ atMs: 2000, run: 'kubectl create -f typo.yaml' }
	],
	untilMs: 4000
});
const people = personWrites(trace);
const versions = historyOf(trace, '/registry/pods/default/web');
const writers = fieldWriters(versions, people.requests);

const by = (part: string, writer: string) =>
	writers
		.get(part)
		?.get(writer)
		?.map(({ name }) => name) ?? [];

it('knows what stood in the file, and that a status in it doesn’t count', () => {
	expect(by('spec', 'you')).toEqual(['containers']);
	expect(by('metadata', 'you')).toEqual(expect.arrayContaining(['name']));
	expect(by('status', 'you')).toEqual([]);
});

it('knows what the API server added', () => {
	expect(by('spec', 'api-server')).toContain('restartPolicy');
	expect(by('metadata', 'api-server')).toEqual(expect.arrayContaining(['uid', 'resourceVersion']));
	expect(by('status', 'api-server')).toContain('phase');
});

it('knows what components wrote later', () => {
	expect(by('spec', 'scheduler')).toEqual(['nodeName']);
	expect(by('status', 'kubelet')).toEqual(expect.arrayContaining(['podIP', 'containerStatuses']));
});

it('makes the path of an object from the request that stored it', () => {
	expect(restPath(versions[0]!, people.requests)).toEqual([
		{ text: '/api/v1', from: 'apiVersion' },
		{ text: '/namespaces/default', from: 'metadata.namespace' },
		{ text: '/pods', from: 'kind' },
		{ text: '/web', from: 'metadata.name' }
	]);
});

it('remembers which command was refused, and by whom', () => {
	expect(people.refusals.map(({ command, byServer }) => ({ command, byServer }))).toEqual([
		{ command: 1, byServer: true }
	]);
});
