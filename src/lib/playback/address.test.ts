import { describe, expect, it } from 'vitest';
import { pageIn, stateIn, withPage, withState } from './address.ts';

describe('state in the address', () => {
	it('is all that stands after the # where pages have paths', () => {
		expect(stateIn('#at=800&lang=en')).toBe('at=800&lang=en');
		expect(pageIn('#at=800')).toBeUndefined();
		expect(withState('#at=800', 'at=900')).toBe('#at=900');
		expect(withState('', 'at=900')).toBe('#at=900');
	});

	it('follows the page where the page stands after the # too', () => {
		const hash = '#/lessons/create-pod?at=800&lang=en';
		expect(stateIn(hash)).toBe('at=800&lang=en');
		expect(pageIn(hash)).toBe('/lessons/create-pod');
		expect(withState(hash, 'at=900')).toBe('#/lessons/create-pod?at=900');
		expect(withState('#/compare', 'at=900')).toBe('#/compare?at=900');
		expect(stateIn('#/compare')).toBe('');
	});

	it('is given to another page in its own way', () => {
		expect(withPage('/k/compare', 'at=1')).toBe('/k/compare/#at=1');
		expect(withPage('/k/compare/', 'at=1')).toBe('/k/compare/#at=1');
		expect(withPage('#/compare', 'at=1')).toBe('#/compare?at=1');
	});

	it('may hold question marks and slashes of its own', () => {
		const state = new URLSearchParams({ run: 'kubectl get --raw /api?x=1' }).toString();
		expect(stateIn(`#${state}`)).toBe(state);
		expect(stateIn(`#/compare?${state}`)).toBe(state);
	});
});
