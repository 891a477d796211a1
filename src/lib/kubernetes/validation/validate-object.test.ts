import { describe, expect, it } from 'vitest';
import { applyDefaults } from '../defaults/apply-defaults.ts';
import type { KubeObject } from '../object.ts';
import { errorText } from './field-error.ts';
import { validateObject, validateUpdate } from './validate-object.ts';

function pod(spec: object, name = 'p'): KubeObject {
	const object = { apiVersion: 'v1', kind: 'Pod', metadata: { name, namespace: 'default' }, spec };
	return applyDefaults(object as unknown as KubeObject);
}

const plain = { containers: [{ name: 'c', image: 'web:v1' }] };
const errorsOf = (spec: object) => validateObject(pod(spec)).map(errorText);

describe('validateObject', () => {
	it('finds nothing wrong with a plain Pod', () => {
		expect(errorsOf(plain)).toEqual([]);
	});

	it.each([
		[{}, 'spec.containers: Required value'],
		[{ containers: [{ name: 'c' }] }, 'spec.containers[0].image: Required value'],
		[
			{ ...plain, restartPolicy: 'Sometimes' },
			'spec.restartPolicy: Unsupported value: "Sometimes": supported values: "Always", "OnFailure", "Never"'
		],
		[
			{ containers: [...plain.containers, ...plain.containers] },
			'spec.containers[1].name: Duplicate value: "c"'
		],
		[
			{ containers: [{ ...plain.containers[0], volumeMounts: [{ name: 'v', mountPath: '/v' }] }] },
			'spec.containers[0].volumeMounts[0].name: Not found: "v"'
		],
		[
			{ ...plain, tolerations: [{ effect: 'Nope', operator: 'Exists' }] },
			'spec.tolerations[0].effect: Unsupported value: "Nope": supported values: "NoSchedule", "PreferNoSchedule", "NoExecute"'
		],
		[
			{
				...plain,
				affinity: {
					podAffinity: {
						requiredDuringSchedulingIgnoredDuringExecution: [
							{
								topologyKey: 'zone',
								labelSelector: { matchExpressions: [{ key: 'a', operator: 'In' }] }
							}
						]
					}
				}
			},
			"spec.affinity.podAffinity.requiredDuringSchedulingIgnoredDuringExecution[0].labelSelector.matchExpressions[0].values: Required value: must be specified when `operator` is 'In' or 'NotIn'"
		],
		[
			{
				...plain,
				topologySpreadConstraints: [
					{ maxSkew: 0, topologyKey: 'zone', whenUnsatisfiable: 'DoNotSchedule' }
				]
			},
			'spec.topologySpreadConstraints[0].maxSkew: Invalid value: 0: must be greater than zero'
		],
		[
			{ ...plain, securityContext: { fsGroup: -1 } },
			'spec.securityContext.fsGroup: Invalid value: -1: must be between 0 and 2147483647, inclusive'
		],
		[
			{ ...plain, dnsConfig: { nameservers: ['x'] } },
			'spec.dnsConfig.nameservers[0]: Invalid value: "x": must be a valid IP address, (e.g. 10.9.8.7 or 2001:db8::ffff)'
		]
	])('says of %j what the API server says', (spec, text) => {
		expect(errorsOf(spec)).toEqual([text]);
	});

	it('lets a Namespace have no dots in its name', () => {
		const namespace = { apiVersion: 'v1', kind: 'Namespace', metadata: { name: 'a.b' } };
		expect(validateObject(namespace).map(errorText)).toEqual([
			'metadata.name: Invalid value: "a.b": must not contain dots'
		]);
	});
});

describe('validateUpdate', () => {
	const old = pod(plain);
	const update = (spec: object) => validateUpdate(pod(spec), old).map(errorText);

	it('allows another image, a deadline and one more toleration', () => {
		expect(
			update({
				containers: [{ name: 'c', image: 'web:v2' }],
				activeDeadlineSeconds: 5,
				tolerations: [{ operator: 'Exists' }]
			})
		).toEqual([]);
	});

	it('refuses to add a container', () => {
		const more = { containers: [...plain.containers, { name: 'd', image: 'web:v1' }] };
		expect(update(more)).toEqual([
			'spec.containers: Forbidden: pod updates may not add or remove containers'
		]);
	});

	it('refuses any other change of the spec', () => {
		expect(update({ ...plain, nodeName: 'worker-1' })[0]).toMatch(
			/^spec: Forbidden: pod updates may not change fields other than/
		);
	});
});
