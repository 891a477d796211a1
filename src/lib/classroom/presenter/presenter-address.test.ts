import { expect, it } from 'vitest';
import { presenterAddress } from './presenter-address.ts';

it.each([
	[
		'../../presenter/',
		'https://x.org/k/lessons/create-pod/#at=5',
		'https://x.org/k/presenter/#session=a'
	],
	[
		'#/presenter',
		'file:///usb/kinetes.html#/lessons/create-pod?at=5',
		'file:///usb/kinetes.html#/presenter?session=a'
	]
])('finds %s from %s', (href, here, address) => {
	expect(presenterAddress(href, here, 'a')).toBe(address);
});
