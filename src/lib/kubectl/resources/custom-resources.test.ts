import { expect, test } from 'vitest';
import type { ApiRequest, ApiResponse } from '#lib/kubernetes/api-client.ts';
import { ok, typeLine } from '../testing/typed-line.ts';

const cats = {
	resource: 'cats',
	responseKind: { group: 'shop.example', version: 'v1', kind: 'Cat' },
	scope: 'Namespaced',
	singularResource: 'cat',
	shortNames: ['ct'],
	verbs: ['get', 'list']
};
const tom = { apiVersion: 'shop.example/v1', kind: 'Cat', metadata: { name: 'tom' } };

function answer({ path, asDiscovery }: ApiRequest): ApiResponse | undefined {
	if (path === '/apis' && asDiscovery === true) {
		const versions = [{ version: 'v1', resources: [cats] }];
		return ok({ items: [{ metadata: { name: 'shop.example' }, versions }] });
	}
	if (path.endsWith('/cats/tom')) return ok(tom);
	return undefined;
}

test.each(['cat/tom', 'ct tom', 'cats.shop.example tom', 'cats.v1.shop.example/tom'])(
	'%s is found when the API server has been asked which kinds there are',
	(asked) => {
		const typed = typeLine(`kubectl get ${asked} -o name`, { answer });
		expect(typed.stdout).toBe('cat.shop.example/tom\n');
		expect(typed.requests).toEqual([
			'GET /apis',
			'GET /apis/shop.example/v1/namespaces/default/cats/tom'
		]);
	}
);

test('nobody is asked about a kind that is known', () => {
	expect(typeLine('kubectl get pod a -o name', { answer }).requests).toEqual([
		'GET /api/v1/namespaces/default/pods/a'
	]);
});

test('a file with a kind that is nowhere is asked about before anything of it is written', () => {
	const manifest = [
		{ apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'a' } },
		{ ...tom, kind: 'Dog' }
	];
	const { requests, stderr } = typeLine('kubectl create -f a.yaml', {
		answer,
		files: { 'a.yaml': manifest.map((one) => JSON.stringify(one)).join('\n---\n') }
	});
	expect(requests[0]).toBe('GET /apis');
	expect(requests.filter((request) => request.startsWith('POST'))).toHaveLength(1);
	expect(stderr).toContain('no matches for kind "Dog" in version "shop.example/v1"');
});
