import { describe, expect, it } from 'vitest';
import { applyDefaults } from '../defaults/apply-defaults.ts';
import type { Service, ServiceSpec } from '../service.ts';
import { errorText } from './field-error.ts';
import { validateObject, validateUpdate } from './validate-object.ts';

function service(spec: ServiceSpec): Service {
	return applyDefaults({
		apiVersion: 'v1',
		kind: 'Service',
		metadata: { name: 'front', namespace: 'default' },
		spec: { clusterIP: '10.96.0.7', clusterIPs: ['10.96.0.7'], ports: [{ port: 80 }], ...spec }
	}) as Service;
}

describe('a Service', () => {
	it('with a port is valid', () => {
		expect(validateObject(service({}))).toEqual([]);
	});

	it.each<[string, ServiceSpec, string]>([
		['no ports', { ports: [] }, 'spec.ports: Required value'],
		[
			'two ports without names',
			{ ports: [{ port: 80 }, { port: 81, name: 'b' }] },
			'spec.ports[0].name: Required value'
		],
		[
			'a node port that nothing opens',
			{ ports: [{ port: 80, nodePort: 30_080 }] },
			"spec.ports[0].nodePort: Forbidden: may not be used when `type` is 'ClusterIP'"
		],
		[
			'a policy for traffic that never comes',
			{ externalTrafficPolicy: 'Local' },
			'spec.externalTrafficPolicy: Invalid value: "Local": may only be set for externally-accessible services'
		],
		[
			'addresses out of step',
			{ clusterIPs: ['10.96.0.8'] },
			'spec.clusterIPs: Invalid value: ["10.96.0.8"]: first value must match `clusterIP`'
		],
		[
			'the address of the host itself',
			{ externalIPs: ['127.0.0.1'] },
			'spec.externalIPs[0]: Invalid value: "127.0.0.1": may not be in the loopback range (127.0.0.0/8, ::1/128)'
		]
	])('with %s is refused', (_what, spec, text) => {
		expect(validateObject(service(spec)).map(errorText)).toContain(text);
	});

	it('keeps its address', () => {
		const moved = service({ clusterIP: '10.96.0.9', clusterIPs: ['10.96.0.9'] });
		expect(validateUpdate(moved, service({})).map(errorText)).toEqual([
			'spec.clusterIPs[0]: Invalid value: ["10.96.0.9"]: may not change once set'
		]);
	});
});
