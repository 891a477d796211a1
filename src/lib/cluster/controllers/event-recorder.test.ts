import { expect, test } from 'vitest';
import type { ApiClient, ApiRequest } from '#lib/kubernetes/api-client.ts';
import type { KubeObject } from '#lib/kubernetes/object.ts';
import { Kernel } from '../kernel/kernel.ts';
import { EventRecorder } from './event-recorder.ts';

const about: KubeObject = {
	apiVersion: 'apps/v1',
	kind: 'ReplicaSet',
	metadata: { name: 'r', namespace: 'default', uid: 'u' }
};

function posted(messages: readonly string[]): readonly ApiRequest[] {
	const kernel = new Kernel(1, 0);
	const requests: ApiRequest[] = [];
	const client: ApiClient = {
		request: (request, onResponse) => {
			requests.push(request);
			kernel.after(1, () => onResponse({ code: 201, body: about }));
		},
		watch: () => ({ stop: () => undefined })
	};
	const events = new EventRecorder(kernel, client, 'replicaset-controller');
	for (const message of messages) events.post(about, 'Normal', 'SuccessfulCreate', message);
	kernel.runUntil(1000);
	return requests;
}

test('the same again raises the count of the first', () => {
	const [first, second] = posted(['Created pod: a', 'Created pod: a']);
	expect(first).toMatchObject({ method: 'POST', body: { count: 1, message: 'Created pod: a' } });
	expect(second).toMatchObject({ method: 'PATCH', body: { count: 2 } });
});

test('from the tenth of its kind on they are combined, those before stay what they are', () => {
	const messages = Array.from({ length: 12 }, (_, index) => `Created pod: ${index}`);
	const requests = posted([...messages, messages[0]!]);
	const combined = '(combined from similar events): Created pod: ';
	expect(requests.map(({ method }) => method)).toEqual([
		...Array.from({ length: 10 }, () => 'POST'),
		'PATCH',
		'PATCH',
		'PATCH'
	]);
	expect(requests[9]!.body).toMatchObject({ message: `${combined}9`, count: 1 });
	expect(requests[11]!.body).toMatchObject({ message: `${combined}11`, count: 3 });
	expect(requests[12]!.body).toMatchObject({ message: messages[0], count: 2 });
});

test('an object that makes more than 25 at once is no longer heard', () => {
	expect(posted(Array.from({ length: 40 }, () => 'Created pod: a'))).toHaveLength(25);
});
