import { describe, expect, it } from 'vitest';
import { transcript } from './transcript.ts';

const beats = [
	{ atMs: 110, label: 'run' },
	{ atMs: 130, label: 'stored' },
	{ atMs: 130, label: 'told' },
	{ atMs: 150, label: 'bound' }
];
const sentenceAt = (ms: number) => (ms < 110 ? 'Quiet.' : ms < 140 ? 'One line.' : 'Bound.');

describe('transcript', () => {
	it('has every beat, those of one moment in one line', () => {
		const lines = transcript(100, beats, [], sentenceAt);
		expect(lines).toEqual([
			{ atMs: 0, beats: [], sentence: 'Quiet.' },
			{ atMs: 10, beats: ['run'], sentence: 'One line.' },
			{ atMs: 30, beats: ['stored', 'told'], sentence: 'One line.' },
			{ atMs: 50, beats: ['bound'], sentence: 'Bound.' }
		]);
	});

	it('says what is said between two beats, once', () => {
		const lines = transcript(100, beats, [120, 140, 145], sentenceAt);
		expect(lines.map(({ atMs }) => atMs)).toEqual([0, 10, 30, 40, 50]);
		expect(lines[3]).toEqual({ atMs: 40, beats: [], sentence: 'Bound.' });
	});

	it('leaves out what was before the story', () => {
		expect(transcript(140, beats, [90], sentenceAt).map(({ atMs }) => atMs)).toEqual([0, 10]);
	});
});
