import { describe, expect, it } from 'vitest';
import { decodeObject } from './decode.ts';
import { learnFurtherKinds } from './kinds/further-kinds.ts';
import { resources } from './resources.ts';
import { schemaType } from './schema/schema.ts';
import { furtherSchemaText } from './schema/further-schema-text.ts';
import { schemaText } from './schema/schema-text.ts';

learnFurtherKinds();

const pod = (spec: object) => ({ metadata: { name: 'p' }, spec });

describe('decodeObject', () => {
	it('names unknown fields by their path and drops them', () => {
		const { object, unknownFields } = decodeObject(
			'Pod',
			'v1',
			pod({ containers: [{ name: 'c', port: 80 }], replicas: 1 })
		);
		expect(unknownFields).toEqual([
			'unknown field "spec.containers[0].port"',
			'unknown field "spec.replicas"'
		]);
		expect(object.spec).toEqual({ containers: [{ name: 'c', resources: {} }] });
	});

	it.each([
		[
			{ containers: 'x' },
			'json: cannot unmarshal string into Go struct field PodSpec.spec.containers of type []v1.Container'
		],
		[
			{ containers: [{ ports: [{ containerPort: 80.5 }] }] },
			'json: cannot unmarshal number 80.5 into Go struct field ContainerPort.spec.containers.ports.containerPort of type int32'
		],
		[
			{ nodeSelector: { a: 1 } },
			'json: cannot unmarshal number into Go struct field PodSpec.spec.nodeSelector of type string'
		],
		[
			{ containers: [{ resources: { limits: { cpu: 'lots' } } }] },
			"quantities must match the regular expression '^([+-]?[0-9.]+)([eEinumkKMGTP]*[-+]?[0-9]*)$'"
		]
	])('refuses a wrong type in %j', (spec, message) => {
		expect(() => decodeObject('Pod', 'v1', pod(spec))).toThrow(message);
	});

	it('leaves out what is empty or null, but keeps a zero behind a pointer', () => {
		const { object } = decodeObject(
			'Pod',
			'v1',
			pod({
				containers: [],
				hostNetwork: false,
				enableServiceLinks: false,
				terminationGracePeriodSeconds: 0,
				nodeName: '',
				tolerations: null
			})
		);
		expect(object.spec).toEqual({ enableServiceLinks: false, terminationGracePeriodSeconds: 0 });
	});

	it('writes quantities in canonical form, numbers too', () => {
		const resources = { requests: { cpu: 0.5, memory: '2048Mi' } };
		const { object } = decodeObject('Pod', 'v1', pod({ containers: [{ name: 'c', resources }] }));
		expect(object.spec).toMatchObject({
			containers: [{ resources: { requests: { cpu: '500m', memory: '2Gi' } } }]
		});
	});

	it('gives the same object when it decodes its own result', () => {
		const first = decodeObject('Event', 'v1', { metadata: { name: 'e' }, count: 2 }).object;
		expect(decodeObject('Event', 'v1', first)).toEqual({ object: first, unknownFields: [] });
	});
});

describe('the schema', () => {
	it('knows every kind that is served', () => {
		for (const { kind } of resources) expect(schemaType(kind), kind).toBeDefined();
	});

	it('refers only to types that it has', () => {
		for (const line of `${schemaText}${furtherSchemaText}`.trim().split(/\n+/)) {
			for (const [name, { type }] of schemaType(line.split(' ')[0] ?? '') ?? []) {
				if (type.length > 1) expect(schemaType(type), name).toBeDefined();
			}
		}
	});
});
