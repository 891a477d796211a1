import { describe, expect, it } from 'vitest';
import { readRecording } from './read-recording.ts';

const run = {
	steps: [{ atMs: 1, run: 'kubectl get pods' }],
	objects: {},
	requests: [{ atMs: 40, tookMs: 2, by: 'kubectl', verb: 'list', path: '/api/v1/pods', code: 200 }]
};
const refusalOf = (value: unknown): string => {
	try {
		readRecording(typeof value === 'string' ? value : JSON.stringify(value));
		return 'none';
	} catch (error) {
		return error instanceof Error ? `${error.name}: ${error.message}` : String(error);
	}
};

describe('readRecording', () => {
	it('fills in what was not recorded', () => {
		const { runs, recorded } = readRecording(JSON.stringify({ story: 'one', runs: [run] }));
		expect(recorded).toBe('');
		expect(runs[0]).toEqual({ ...run, events: [], cri: [], schedulerLog: [] });
	});

	it.each([
		['no JSON', '{', 'RecordingError: not JSON'],
		['something else', [], 'RecordingError: not a recording: it has no "story" and no "runs"'],
		['no story', { runs: [run] }, 'RecordingError: story: must be a text, it is missing'],
		['no runs', { story: 'one' }, 'RecordingError: runs: must be a list, it is missing'],
		['an empty list of runs', { story: 'one', runs: [] }, 'RecordingError: runs: is empty'],
		[
			'a format of its own',
			{ story: 'etcd-quorum', runs: [{ steps: [], log: [] }] },
			'RecordingError: runs[0]: "etcd-quorum" is recorded in a format of its own (steps, log)'
		],
		[
			'a request without its time',
			{ story: 'one', runs: [{ ...run, requests: [{ ...run.requests[0], atMs: 'soon' }] }] },
			'RecordingError: runs[0].requests[0].atMs: must be a number, it is a string'
		],
		[
			'a version of an unknown type',
			{
				story: 'one',
				runs: [{ ...run, objects: { 'pods/web': [{ atMs: 1, type: 'LOST', changes: {} }] } }]
			},
			'RecordingError: runs[0].objects["pods/web"][0].type: must be one of ADDED, MODIFIED, DELETED'
		]
	])('refuses %s, and says where', (_, value, refusal) => {
		expect(refusalOf(value).slice(0, refusal.length)).toBe(refusal);
	});
});
