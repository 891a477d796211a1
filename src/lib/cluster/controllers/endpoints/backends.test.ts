import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Pod } from '#lib/kubernetes/pod.ts';
import type { Service } from '#lib/kubernetes/service.ts';
import type { SelectedPod } from '../pod-changes.ts';
import { Backends } from './backends.ts';
import { endpointSubsets } from './endpoint-subsets.ts';

const service = {
	apiVersion: 'v1',
	kind: 'Service',
	metadata: { name: 's', namespace: 'default', uid: 'service' },
	spec: {
		selector: { app: 'x' },
		clusterIP: '10.96.0.1',
		ports: [
			{ name: 'http', port: 80, targetPort: 'web', protocol: 'TCP' },
			{ name: 'metrics', port: 9090, protocol: 'TCP' }
		]
	},
	status: {}
} as unknown as Service;

function selected(number: number, ready: boolean, containerPort: number): SelectedPod {
	const ports = [{ name: 'web', containerPort, protocol: 'TCP' }];
	return {
		place: number,
		pod: {
			apiVersion: 'v1',
			kind: 'Pod',
			metadata: { name: `p${number}`, namespace: 'default', uid: `u${number}` },
			spec: { nodeName: 'n', containers: [{ name: 'c', image: 'i', ports }] },
			status: {
				phase: 'Running',
				podIP: `10.244.0.${number}`,
				conditions: [{ type: 'Ready', status: ready ? 'True' : 'False' }]
			}
		} as unknown as Pod
	};
}

test('backends that were changed Pod by Pod give what backends made anew give', () => {
	const state = fc.option(fc.tuple(fc.boolean(), fc.constantFrom(80, 8080)));
	const changes = fc.array(fc.tuple(fc.integer({ min: 1, max: 120 }), state), { maxLength: 60 });
	fc.assert(
		fc.property(changes, (history) => {
			const kept = new Backends(service, []);
			const pods = new Map<string, SelectedPod>();
			for (const [number, now] of history) {
				const key = `default/p${number}`;
				const after = now === null ? null : selected(number, ...now);
				kept.apply(new Map([[key, after]]));
				if (after === null) pods.delete(key);
				else pods.set(key, after);
			}
			expect(endpointSubsets(kept)).toEqual(endpointSubsets(new Backends(service, pods.values())));
		})
	);
});

test('Pods that serve a named port under different numbers stand in subsets of their own', () => {
	const pods = [selected(1, true, 80), selected(2, false, 8080), selected(3, true, 80)];
	expect(endpointSubsets(new Backends(service, pods))).toMatchObject([
		{ addresses: [{ ip: '10.244.0.1' }, { ip: '10.244.0.3' }], ports: [{ port: 80 }] },
		{
			addresses: [{ ip: '10.244.0.1' }, { ip: '10.244.0.3' }],
			notReadyAddresses: [{ ip: '10.244.0.2' }],
			ports: [{ port: 9090 }]
		},
		{ notReadyAddresses: [{ ip: '10.244.0.2' }], ports: [{ port: 8080 }] }
	]);
});
