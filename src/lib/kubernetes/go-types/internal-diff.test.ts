import { describe, expect, it } from 'vitest';
import { internalDiff } from './internal-diff.ts';
import { internalTemplate, internalValue } from './internal-value.ts';
import { unifiedDiff } from './unified-diff.ts';

describe('a part of an object as the API server’s own struct', () => {
	it('keeps what shares the node’s namespaces with the security of the Pod', () => {
		const spec = { hostNetwork: true, containers: [], securityContext: { runAsUser: 5 } };
		const { SecurityContext: security } = internalValue(spec, 'PodSpec') as {
			SecurityContext: Record<string, unknown>;
		};
		expect(Object.keys(security).slice(0, 3)).toEqual(['HostNetwork', 'HostPID', 'HostIPC']);
		expect(security).toMatchObject({ HostNetwork: true, HostPID: false, RunAsUser: 5 });
	});

	it('has the fields of embedded structs among its own', () => {
		const value = internalValue({ name: 'v', emptyDir: { medium: 'Memory' } }, 'Volume');
		expect(value).toMatchObject({
			Name: 'v',
			HostPath: null,
			EmptyDir: { Medium: 'Memory', SizeLimit: null }
		});
	});

	it('embeds the metadata of a template, by the names that they have in JSON', () => {
		const template = { metadata: { labels: { a: 'b' } }, spec: { containers: [] } };
		expect(Object.keys(internalTemplate(template) as object)).toEqual(['labels', 'Spec']);
	});
});

describe('the difference of two structs', () => {
	it('is told with three lines around it', () => {
		const before = { nodeName: '', containers: [] };
		const lines = internalDiff(before, { ...before, nodeName: 'worker-1' }, 'PodSpec').split('\n');
		expect(lines.slice(4, 6)).toEqual(
			[' - "NodeName": "",', '+ "NodeName": "worker-1",'].map((line) => line.trimStart())
		);
		expect(lines).toHaveLength(10);
	});

	it('is nothing between the same', () => {
		expect(internalDiff({}, {}, 'PodSpec')).toBe('');
	});

	it('tells changes that are far from each other apart', () => {
		const before = Array.from({ length: 30 }, (_, index) => `line ${index}`);
		const after = before.map((line, index) => (index === 2 || index === 27 ? 'other' : line));
		const heads = unifiedDiff(before, after).match(/^@@.*$/gm);
		expect(heads).toEqual(['@@ -1,6 +1,6 @@', '@@ -25,6 +25,6 @@']);
	});

	it('counts from the line before when nothing is left', () => {
		expect(unifiedDiff(['a'], [])).toBe('@@ -1 +0,0 @@\n-a\n');
	});
});
