import { describe, expect, it } from 'vitest';
import { elementCode, frameCode } from './embed-code.ts';

const target = {
	root: 'https://school.example/k/',
	path: 'lessons/create-pod/',
	state: 'at=800&lang=zh-Hant&size=large&v=1.a',
	title: 'Ein "Pod" & mehr'
};

describe('the code that embeds a lesson', () => {
	it('is an iframe at this moment', () => {
		expect(frameCode(target)).toBe(
			'<iframe src="https://school.example/k/lessons/create-pod/?embed#at=800&amp;lang=zh-Hant&amp;size=large&amp;v=1.a" ' +
				'title="Ein &quot;Pod&quot; &amp; mehr" width="1280" height="720" allow="fullscreen"></iframe>'
		);
	});

	it('is an element with the script that defines it', () => {
		expect(elementCode(target)).toBe(
			'<script src="https://school.example/k/kinetes-lesson.js"></script>\n' +
				'<kinetes-lesson lesson="create-pod" at="800" lang="zh-Hant" state="size=large&amp;v=1.a"></kinetes-lesson>'
		);
		expect(elementCode({ ...target, path: 'compare/', state: '' })).toContain(
			'<kinetes-lesson lesson="compare"></kinetes-lesson>'
		);
	});
});
