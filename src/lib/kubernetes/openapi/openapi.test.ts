import { describe, expect, it } from 'vitest';
import { openApiDocument } from './openapi-document.ts';
import { openApiV2 } from './openapi-v2.ts';
import { openApiV2Protobuf } from './openapi-v2-protobuf.ts';
import { wireFields } from '../protobuf/wire-reader.ts';

type Json = Readonly<Record<string, unknown>>;

const deployments = {
	name: 'deployments',
	namespaced: true,
	kind: 'Deployment',
	verbs: ['create', 'delete', 'deletecollection', 'get', 'list', 'patch', 'update', 'watch']
};
const scale = {
	name: 'deployments/scale',
	namespaced: true,
	group: 'autoscaling',
	version: 'v1',
	kind: 'Scale',
	verbs: ['get', 'patch', 'update']
};
const document = openApiDocument('apps/v1', [deployments, scale], 'v1.35.4');
const { schemas } = document['components'] as { schemas: Readonly<Record<string, Json>> };
const paths = document['paths'] as Readonly<Record<string, Readonly<Record<string, Json>>>>;

describe('the OpenAPI document of a group', () => {
	it('has the kinds of its resources, with every type that they refer to', () => {
		const text = JSON.stringify(document);
		for (const [, name] of text.matchAll(/"#\/components\/schemas\/([^"]+)"/g)) {
			expect(schemas).toHaveProperty([name!]);
		}
		expect(schemas['io.k8s.api.apps.v1.Deployment']).toMatchObject({
			'x-kubernetes-group-version-kind': [{ group: 'apps', kind: 'Deployment', version: 'v1' }]
		});
	});

	it('says what is required, what can be chosen, and how lists are merged', () => {
		const container = schemas['io.k8s.api.core.v1.Container'] as {
			readonly required: readonly string[];
			readonly properties: Readonly<Record<string, Json>>;
		};
		expect(container.required).toContain('name');
		expect(container.properties['imagePullPolicy']).toMatchObject({
			type: 'string',
			enum: ['Always', 'IfNotPresent', 'Never']
		});
		expect(container.properties['ports']).toMatchObject({
			type: 'array',
			'x-kubernetes-list-type': 'map',
			'x-kubernetes-list-map-keys': ['containerPort', 'protocol'],
			'x-kubernetes-patch-merge-key': 'containerPort',
			'x-kubernetes-patch-strategy': 'merge'
		});
	});

	it('says at its paths which kind is there and what a write may ask for', () => {
		const one = paths['/apis/apps/v1/namespaces/{namespace}/deployments/{name}']!;
		expect(Object.keys(one)).toEqual(['delete', 'get', 'patch', 'put', 'parameters']);
		const names = (one['patch']!['parameters'] as readonly Json[]).map(({ name }) => name);
		expect(names).toEqual(['dryRun', 'fieldManager', 'fieldValidation', 'force']);
		const scaled = paths['/apis/apps/v1/namespaces/{namespace}/deployments/{name}/scale']!;
		expect(scaled['get']).toMatchObject({
			'x-kubernetes-group-version-kind': { group: 'autoscaling', kind: 'Scale', version: 'v1' }
		});
	});

	it('has the words of whoever describes it: of a field, else of its type', () => {
		const words = {
			typeDescription: (type: string) => (type === 'core.v1.PodSpec' ? 'A pod.' : undefined),
			fieldDescription: (type: string, field: string) =>
				`${type} ${field}` === 'apps.v1.DeploymentSpec replicas' ? 'How many.' : undefined
		};
		const told = openApiDocument('apps/v1', [deployments], 'v1.35.4', words);
		expect(told['components']).toMatchObject({
			schemas: {
				'io.k8s.api.apps.v1.DeploymentSpec': {
					properties: { replicas: { description: 'How many.' } }
				},
				'io.k8s.api.core.v1.PodTemplateSpec': { properties: { spec: { description: 'A pod.' } } }
			}
		});
	});

	it('has what somebody’s definition says of its kind', () => {
		const cats = {
			name: 'cats',
			namespaced: true,
			kind: 'Cat',
			verbs: ['get', 'list'],
			schema: { properties: { spec: { type: 'object', description: 'A cat.' } } }
		};
		const own = openApiDocument('shop.example/v1', [cats], 'v1.35.4');
		expect(own['components']).toMatchObject({
			schemas: { 'example.shop.v1.Cat': { properties: { spec: { description: 'A cat.' } } } }
		});
	});
});

describe('the OpenAPI document of v2', () => {
	const older = openApiV2([document]);

	it('refers to its own definitions, which are all there', () => {
		const definitions = older['definitions'] as Json;
		const text = JSON.stringify(older);
		expect(text).not.toContain('#/components');
		const found = [...text.matchAll(/"#\/definitions\/([^"]+)"/g)];
		expect(found.length).toBeGreaterThan(100);
		for (const [, name] of found) expect(definitions).toHaveProperty([name!]);
	});

	it('names as protobuf each path, once', () => {
		const fields = [...wireFields(openApiV2Protobuf(older))];
		expect(fields.map(({ number }) => number)).toEqual([1, 2, 8]);
		const items = [...wireFields(fields[2]!.bytes!)];
		const names = items.map(({ bytes }) => {
			const [name] = wireFields(bytes!);
			return new TextDecoder().decode(name!.bytes);
		});
		expect(names).toEqual(Object.keys(paths));
	});
});
