import { beforeEach, expect, it } from 'vitest';
import { LoneServer } from '../testing/lone-server.ts';

let world: LoneServer;
const path = '/apis/apps/v1/namespaces/default/deployments/web';

beforeEach(() => {
	world = new LoneServer();
	world.create({
		apiVersion: 'apps/v1',
		kind: 'Deployment',
		metadata: { name: 'web' },
		spec: {
			replicas: 3,
			selector: { matchLabels: { app: 'web' } },
			template: {
				metadata: { labels: { app: 'web' } },
				spec: { containers: [{ name: 'c', image: 'web:v1' }] }
			}
		}
	});
});

const scaled = (replicas: number, metadata: object = { name: 'web' }) =>
	world.ask({
		method: 'PUT',
		path: `${path}/scale`,
		body: { apiVersion: 'autoscaling/v1', kind: 'Scale', metadata, spec: { replicas } }
	});

it('says how many there shall be, are, and of which Pods', () => {
	expect(world.get(`${path}/scale`)).toMatchObject({
		kind: 'Scale',
		spec: { replicas: 3 },
		status: { replicas: 0, selector: 'app=web' }
	});
});

it('changes the count and nothing else, as a new generation', () => {
	expect(scaled(5).code).toBe(200);
	expect(world.get(path)).toMatchObject({ metadata: { generation: 2 }, spec: { replicas: 5 } });
});

it('a patch scales too', () => {
	const { body } = world.ask({
		method: 'PATCH',
		path: `${path}/scale`,
		contentType: 'application/merge-patch+json',
		body: { spec: { replicas: 0 } }
	});
	expect(body).toMatchObject({ spec: {} });
	expect(world.get(path)).toMatchObject({ spec: { replicas: 0 } });
});

it.each([
	['a negative count', scaled.bind(null, -1), 422],
	['another name', scaled.bind(null, 1, { name: 'x' }), 400],
	['another version', scaled.bind(null, 1, { name: 'web', resourceVersion: '1' }), 409]
])('%s is refused', (_what, ask, code) => {
	expect(ask().code).toBe(code);
});
