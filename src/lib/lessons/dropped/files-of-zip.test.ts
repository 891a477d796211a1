import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { filesOfZip } from './files-of-zip.ts';
import { LessonFiles, UnreadableLesson } from './lesson-files.ts';

function read(bytes: Uint8Array): Readonly<Record<string, string>> {
	const files = new LessonFiles();
	filesOfZip(bytes, 'mine.zip', files);
	return files.texts;
}

const pack = (texts: Readonly<Record<string, string>>) =>
	zipSync(Object.fromEntries(Object.entries(texts).map(([path, text]) => [path, strToU8(text)])));

/** What the archive says about the size of its only file, unpacked, is changed in both places where it stands. */
function claiming(bytes: Uint8Array, size: number): Uint8Array {
	const lying = bytes.slice();
	const view = new DataView(lying.buffer);
	for (let at = 0; at < lying.length - 4; at += 1) {
		const signature = view.getUint32(at, true);
		if (signature === 0x04034b50) view.setUint32(at + 22, size, true);
		if (signature === 0x02014b50) view.setUint32(at + 24, size, true);
	}
	return lying;
}

describe('a packed lesson', () => {
	it('is read by paths within its folder, wherever that is packed', () => {
		const inside = { 'lesson.yaml': 'id: a', 'text/en.yaml': 'title: b' };
		expect(read(pack(inside))).toEqual(inside);
		const around = { 'x/mine/lesson.yaml': 'id: a', 'x/mine/text/en.yaml': 'title: b' };
		expect(read(pack(around))).toEqual(inside);
	});

	it('is read without what systems and people leave beside it', () => {
		const left = { '__MACOSX/mine/._lesson.yaml': 'x', 'mine/.git/a.yaml': 'x', 'mine/a.png': 'x' };
		expect(read(pack({ 'mine/lesson.yaml': 'id: a', ...left }))).toEqual({
			'lesson.yaml': 'id: a'
		});
	});

	it('is refused when it unpacks to more than a lesson can be', () => {
		const bomb = pack({ 'lesson.yaml': 'x'.repeat(20_000_000) });
		expect(bomb.length).toBeLessThan(50_000);
		expect(() => read(bomb)).toThrow(UnreadableLesson);
	});

	it('never gives more than it said it would, so that a lie about its size is of no use', () => {
		const bomb = claiming(pack({ 'lesson.yaml': 'x'.repeat(5_000_000) }), 1000);
		const sizes = () => Object.values(read(bomb)).map((text) => text.length);
		let largest = 0;
		try {
			largest = Math.max(...sizes());
		} catch (error) {
			expect(error).toBeInstanceOf(UnreadableLesson);
		}
		expect(largest).toBeLessThanOrEqual(1000);
	});

	it('is refused when it is none, or holds what is no text', () => {
		expect(() => read(strToU8('not a zip'))).toThrow(UnreadableLesson);
		const binary = zipSync({ 'lesson.yaml': new Uint8Array([0xff, 0xfe, 0x80]) });
		expect(() => read(binary)).toThrow(UnreadableLesson);
	});
});
