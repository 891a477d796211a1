import { describe, expect, it } from 'vitest';
import { Cluster } from '../cluster.ts';

const address = { node: 'worker-1', pod: 'default/box', container: 'box' } as const;

function withShell(stdin: boolean) {
	const cluster = new Cluster({
		seed: 1,
		epochMs: Date.parse('2026-01-05T09:00:00Z'),
		nodes: [{ name: 'worker-1', cpu: '2', memory: '1Gi' }],
		imagesPresent: ['busybox:1.36']
	});
	const { kernel, apiServer } = cluster;
	kernel.runUntil(1000);
	const container = { name: 'box', image: 'busybox:1.36', args: ['sh'], ...(stdin && { stdin }) };
	cluster.clientFor('kubectl/1').request(
		{
			method: 'POST',
			path: '/api/v1/namespaces/default/pods',
			body: {
				kind: 'Pod',
				apiVersion: 'v1',
				metadata: { name: 'box' },
				spec: { restartPolicy: 'Never', containers: [container] }
			}
		},
		() => {}
	);
	kernel.runUntil(10_000);
	const phase = (): unknown =>
		(apiServer.cache.list('pods')[0]?.['status'] as { readonly phase?: string }).phase;
	return { kernel, apiServer, phase };
}

describe('a shell that has nothing to do', () => {
	it('ends at once when it has no input', () => {
		expect(withShell(false).phase()).toBe('Succeeded');
	});

	it('waits for what is typed when its input is open, and ends with the status of its last command', () => {
		for (const [exitCode, ended] of [
			[0, 'Succeeded'],
			[3, 'Failed']
		] as const) {
			const { kernel, apiServer, phase } = withShell(true);
			expect(phase()).toBe('Running');
			apiServer.kubelets.endInput(address, exitCode);
			kernel.runUntil(20_000);
			expect(phase()).toBe(ended);
		}
	});
});
