import { beforeAll, describe, expect, test } from 'vitest';
import type { ApiTable } from '#lib/kubernetes/api-client.ts';
import { learnFurtherKinds } from '#lib/kubernetes/kinds/further-kinds.ts';
import type { KubeObject, Status } from '#lib/kubernetes/object.ts';
import { LoneServer } from './testing/lone-server.ts';

beforeAll(learnFurtherKinds);

const schema = {
	type: 'object',
	properties: {
		spec: {
			type: 'object',
			properties: {
				size: { type: 'integer', default: 3 },
				tags: { type: 'array', items: { type: 'string' } }
			},
			'x-kubernetes-validations': [
				{ rule: 'self.size < 10 || has(self.tags)', message: 'what is large has tags' }
			]
		},
		status: { type: 'object', 'x-kubernetes-preserve-unknown-fields': true }
	}
};
const definition = {
	kind: 'CustomResourceDefinition',
	apiVersion: 'apiextensions.k8s.io/v1',
	metadata: { name: 'services.lab.example.com' },
	spec: {
		group: 'lab.example.com',
		scope: 'Namespaced',
		names: { plural: 'services', kind: 'Service' },
		versions: [
			{
				name: 'v1',
				served: true,
				storage: true,
				subresources: {
					status: {},
					scale: { specReplicasPath: '.spec.size', statusReplicasPath: '.status.size' }
				},
				additionalPrinterColumns: [{ name: 'Size', type: 'integer', jsonPath: '.spec.size' }],
				schema: { openAPIV3Schema: schema }
			},
			{ name: 'v1beta1', served: true, storage: false, schema: { openAPIV3Schema: schema } }
		]
	}
};
const path = '/apis/lab.example.com/v1/namespaces/default/services';

function serverWithKind(): LoneServer {
	const lone = new LoneServer();
	lone.create(definition);
	lone.kernel.runUntil(lone.kernel.nowMs + 200);
	return lone;
}

function posted(lone: LoneServer, spec: object): KubeObject & Status {
	const body = { kind: 'Service', apiVersion: 'lab.example.com/v1', metadata: { name: 'a' }, spec };
	return lone.ask({ method: 'POST', path, body }).body as KubeObject & Status;
}

describe('a kind that someone defined', () => {
	test('is established in two steps, and then discovered', () => {
		const lone = serverWithKind();
		const { status } = lone.get(
			'/apis/apiextensions.k8s.io/v1/customresourcedefinitions/services.lab.example.com'
		) as KubeObject & { status: { conditions: readonly { type: string; status: string }[] } };
		expect(status.conditions.map(({ type, status: is }) => `${type}=${is}`)).toEqual([
			'NamesAccepted=True',
			'Established=True'
		]);
		const { body } = lone.ask({ method: 'GET', path: '/apis/lab.example.com' });
		expect(body).toMatchObject({ preferredVersion: { version: 'v1' } });
	});

	test('has a name that another group has, and shares nothing with it', () => {
		const lone = serverWithKind();
		expect(posted(lone, { size: 1 }).apiVersion).toBe('lab.example.com/v1');
		expect(lone.get('/api/v1/namespaces/default/services')).toMatchObject({ items: [] });
		expect(lone.get(path)).toMatchObject({ kind: 'ServiceList', items: [{ spec: { size: 1 } }] });
	});

	test('gets its defaults and loses what it doesn’t have', () => {
		const { body, warnings } = serverWithKind().ask({
			method: 'POST',
			path,
			body: { kind: 'Service', metadata: { name: 'a' }, spec: { nope: 1 }, status: { size: 1 } }
		});
		expect(body).toMatchObject({ spec: { size: 3 }, metadata: { generation: 1 } });
		expect(body).not.toHaveProperty('status');
		expect(warnings).toEqual(['unknown field "spec.nope"']);
	});

	test('is checked by its schema, and by its rules only when the schema has nothing against it', () => {
		expect(posted(serverWithKind(), { size: 12 }).message).toBe(
			'Service.lab.example.com "a" is invalid: spec: Invalid value: what is large has tags'
		);
		expect(posted(serverWithKind(), { size: 'x' }).message).toContain(
			'spec.size in body must be of type integer: "string", <nil>'
		);
	});

	test('is printed, scaled and read in every version', () => {
		const lone = serverWithKind();
		posted(lone, { size: 2 });
		const table = lone.ask({ method: 'GET', path, asTable: true }).body as ApiTable;
		expect(table.rows[0]!.cells).toEqual(['a', 2]);
		lone.ask({
			method: 'PATCH',
			path: `${path}/a/scale`,
			contentType: 'application/merge-patch+json',
			body: { spec: { replicas: 5 } }
		});
		const other = lone.get(path.replace('/v1/', '/v1beta1/') + '/a');
		expect(other).toMatchObject({
			apiVersion: 'lab.example.com/v1beta1',
			spec: { size: 5 },
			metadata: { generation: 2 }
		});
	});

	test('goes with its objects when its definition is deleted', () => {
		const lone = serverWithKind();
		posted(lone, {});
		const name = '/apis/apiextensions.k8s.io/v1/customresourcedefinitions/services.lab.example.com';
		lone.ask({ method: 'DELETE', path: name });
		expect(lone.ask({ method: 'GET', path }).code).toBe(404);
		lone.create(definition);
		lone.kernel.runUntil(lone.kernel.nowMs + 200);
		expect(lone.get(path)).toMatchObject({ items: [] });
	});
});
