import { describe, expect, it } from 'vitest';
import { isTabStop, subjectName } from './subject.ts';

describe('subjectName', () => {
	it.each([
		['object:/registry/pods/default/web', 'pod web'],
		['object:/registry/minions/worker-1', 'node worker-1'],
		['component:kubelet/worker-1', 'kubelet/worker-1'],
		['message:812', '812']
	])('calls %s %s', (subject, name) => {
		expect(subjectName(subject)).toBe(name);
	});
});

describe('isTabStop', () => {
	it('is true of what stays, false of what flies by', () => {
		expect(['object:/registry/pods/a/b', 'component:etcd', 'why:3'].every(isTabStop)).toBe(true);
		expect(isTabStop('message:3')).toBe(false);
	});
});
