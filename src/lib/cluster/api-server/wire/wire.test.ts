import { describe, expect, test } from 'vitest';
import type { Status } from '#lib/kubernetes/object.ts';
import { acceptedForm } from './accepted-form.ts';
import { servedForm } from './served-form.ts';
import { readRequest } from './wire-request.ts';

describe('acceptedForm', () => {
	test('takes the first form that can be given', () => {
		const asked =
			'application/json;as=Table;v=v9;g=meta.k8s.io,application/json;as=Table;v=v1;g=meta.k8s.io,application/json';
		expect(acceptedForm(asked, true)).toMatchObject({ as: 'table', version: 'v1' });
	});

	test('prefers what is wanted more', () => {
		expect(acceptedForm('application/json;q=0.5, application/yaml', false)).toMatchObject({
			contentType: 'application/yaml'
		});
	});

	test('refuses whoever takes nothing but protobuf', () => {
		expect((acceptedForm('application/vnd.kubernetes.protobuf', false) as Status).code).toBe(406);
	});
});

describe('servedForm', () => {
	const list = {
		kind: 'PodList',
		apiVersion: 'v1',
		metadata: { resourceVersion: '7' },
		items: [{ kind: 'Pod', apiVersion: 'v1', metadata: { name: 'a' }, spec: {} }]
	};

	test('leaves what they are away from the items of a list', () => {
		const { form } = readRequest({ method: 'GET', path: '/api/v1/pods' });
		expect(servedForm({ code: 200, body: list }, form).body).toMatchObject({
			items: [{ metadata: { name: 'a' }, spec: {} }]
		});
	});

	test('refuses a list to whoever asks for the metadata of one object', () => {
		const { form } = readRequest({
			method: 'GET',
			path: '/api/v1/pods',
			accept: 'application/json;as=PartialObjectMetadata;v=v1;g=meta.k8s.io'
		});
		expect(servedForm({ code: 200, body: list }, form).code).toBe(406);
	});
});
