import { expect, test } from 'vitest';
import type { Container, Pod } from '#lib/kubernetes/pod.ts';
import { containerEnvironment } from './container-environment.ts';
import type { ReferencedKind } from './referenced-objects.ts';

const data: Readonly<Record<string, Record<string, string>>> = {
	'configmaps/settings': { color: 'blue', size: 'L' },
	'secrets/login': { password: 'hush' }
};

const dataOf = (kind: ReferencedKind, name: string) => data[`${kind}/${name}`];

const services = new Map([['WEB_SERVICE_HOST', '10.96.0.5']]);
const ofServices = { name: 'WEB_SERVICE_HOST', value: '10.96.0.5' };

function environment(container: Partial<Container>) {
	const pod: Pod = {
		apiVersion: 'v1',
		kind: 'Pod',
		metadata: { name: 'web', namespace: 'default', labels: { app: 'shop' } },
		spec: { nodeName: 'worker-1', containers: [] },
		status: {}
	};
	return containerEnvironment(pod, { name: 'c', ...container }, '10.244.0.9', dataOf, services);
}

const from = (name: string, valueFrom: Record<string, unknown>): Partial<Container> => ({
	env: [{ name, valueFrom }]
});

test.each<[string, Partial<Container>, { name: string; value: string }[]]>([
	['a value', { env: [{ name: 'A', value: '1' }] }, [{ name: 'A', value: '1' }]],
	[
		'a key of a ConfigMap',
		from('C', { configMapKeyRef: { name: 'settings', key: 'color' } }),
		[{ name: 'C', value: 'blue' }]
	],
	[
		'a key of a Secret',
		from('P', { secretKeyRef: { name: 'login', key: 'password' } }),
		[{ name: 'P', value: 'hush' }]
	],
	[
		'a field of the Pod',
		from('N', { fieldRef: { fieldPath: 'spec.nodeName' } }),
		[{ name: 'N', value: 'worker-1' }]
	],
	[
		'its address',
		from('I', { fieldRef: { fieldPath: 'status.podIP' } }),
		[{ name: 'I', value: '10.244.0.9' }]
	],
	[
		'a label',
		from('L', { fieldRef: { fieldPath: "metadata.labels['app']" } }),
		[{ name: 'L', value: 'shop' }]
	],
	[
		'an optional key that is missing',
		from('X', { configMapKeyRef: { name: 'none', key: 'k', optional: true } }),
		[]
	],
	[
		'a whole ConfigMap with a prefix',
		{ envFrom: [{ prefix: 'S_', configMapRef: { name: 'settings' } }] },
		[
			{ name: 'S_color', value: 'blue' },
			{ name: 'S_size', value: 'L' }
		]
	]
])('%s becomes a variable', (_what, container, env) => {
	expect(environment(container)).toEqual({ ok: true, env: [...env, ofServices] });
});

test.each<[Partial<Container>, string]>([
	[{ envFrom: [{ configMapRef: { name: 'none' } }] }, 'configmap "none" not found'],
	[from('X', { secretKeyRef: { name: 'none', key: 'k' } }), 'secret "none" not found'],
	[
		from('X', { configMapKeyRef: { name: 'settings', key: 'weight' } }),
		"couldn't find key weight in ConfigMap default/settings"
	]
])('what is missing is an error: %#', (container, error) => {
	expect(environment(container)).toEqual({ ok: false, error });
});

test('a value may refer to variables before it and to those of Services', () => {
	const env = [
		{ name: 'PORT', value: '80' },
		{ name: 'URL', value: 'http://$(WEB_SERVICE_HOST):$(PORT)/$(LATER)' },
		{ name: 'LATER', value: 'x' }
	];
	expect(environment({ env })).toMatchObject({
		env: [{}, { value: 'http://10.96.0.5:80/$(LATER)' }, {}, {}]
	});
});

test('a variable of its own replaces that of a Service', () => {
	const env = [{ name: 'WEB_SERVICE_HOST', value: 'mine' }];
	expect(environment({ env })).toEqual({ ok: true, env });
});
