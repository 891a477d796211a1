import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { readRecording } from '#lib/source/recorded/read-recording.ts';
import { shippedTexts } from '../../scripts/recordings/shipped-texts.ts';

const mostBytes = 60_000;

describe.each([...shippedTexts()])('the recording %s that comes with the app', (id, text) => {
	const shipped = readFileSync(`src/lib/source/recorded/shipped/${id}.json`, 'utf8');

	it('is what npm run ship:recordings makes', () => {
		expect(shipped === text).toBe(true);
	});

	it('is a recording of one run', () => {
		expect(readRecording(shipped).runs).toHaveLength(1);
	});

	it('is small enough to be loaded when someone asks for it', () => {
		expect(gzipSync(shipped).length).toBeLessThan(mostBytes);
	});
});
