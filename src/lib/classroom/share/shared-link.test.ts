import { describe, expect, it } from 'vitest';
import { isLocal, sharedLink } from './shared-link.ts';

const where = { base: '', path: 'lessons/create-pod/', state: 'at=800&lang=en' };

describe('the link that is handed over', () => {
	it('leads to where the page is', () => {
		expect(sharedLink('https://school.example/k/lessons/create-pod/?embed#at=1', where)).toBe(
			'https://school.example/k/lessons/create-pod/#at=800&lang=en'
		);
	});

	it('keeps the page that a single file has after its #', () => {
		expect(sharedLink('file:///media/usb/kinetes.html#/lessons/create-pod?at=1', where)).toBe(
			'file:///media/usb/kinetes.html#/lessons/create-pod?at=800&lang=en'
		);
	});

	it('leads to the Kinetes that the class can open, where one is named', () => {
		for (const base of ['https://school.example/k', ' https://school.example/k/ ']) {
			expect(sharedLink('file:///media/usb/kinetes.html#/compare', { ...where, base })).toBe(
				'https://school.example/k/lessons/create-pod/#at=800&lang=en'
			);
		}
	});

	it('does not exist where the base is no address of a page', () => {
		for (const base of ['school', 'javascript:alert(1)//', 'https://']) {
			expect(sharedLink('http://localhost/', { ...where, base })).toBeUndefined();
		}
	});
});

describe('a local page', () => {
	it.each([
		['file:///kinetes.html', true],
		['http://localhost:4173/', true],
		['http://127.0.0.1/', true],
		['https://school.example/', false]
	])('%s: %s', (address, local) => {
		expect(isLocal(new URL(address))).toBe(local);
	});
});
