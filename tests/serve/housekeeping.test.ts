import { beforeEach, expect, it } from 'vitest';
import { learnFurtherKinds } from '#lib/kubernetes/kinds/further-kinds.ts';
import { Cluster } from '#lib/cluster/cluster.ts';
import type { ApiRequest, ApiResponse } from '#lib/kubernetes/api-client.ts';
import type { KubeObject } from '#lib/kubernetes/object.ts';
import { keepOwnService } from '../../scripts/kinetes/serve/keep-own-service.ts';
import { releaseStorage } from '../../scripts/kinetes/serve/release-storage.ts';

let cluster: Cluster;

beforeEach(() => {
	learnFurtherKinds();
	const nodes = [{ name: 'worker-1', cpu: '2', memory: '4Gi' }];
	cluster = new Cluster({ seed: 1, epochMs: Date.parse('2026-01-01T00:00:00Z'), nodes });
	keepOwnService(cluster);
	releaseStorage(cluster);
	goOn(30_000);
});

function goOn(ms: number): void {
	cluster.kernel.runUntil(cluster.kernel.nowMs + ms);
}

function ask(request: ApiRequest): ApiResponse {
	let answer: ApiResponse | undefined;
	cluster.clientFor('kubectl').request(request, (given) => (answer = given));
	goOn(100);
	return answer!;
}

function make(path: string, object: KubeObject): void {
	expect(ask({ method: 'POST', path, body: object }).code).toBe(201);
}

const services = '/api/v1/namespaces/default/services/kubernetes';
const pods = '/api/v1/namespaces/default/pods';
const claims = '/api/v1/namespaces/default/persistentvolumeclaims';

const claim: KubeObject = {
	apiVersion: 'v1',
	kind: 'PersistentVolumeClaim',
	metadata: { name: 'data' },
	spec: { accessModes: ['ReadWriteOnce'], resources: { requests: { storage: '1Gi' } } }
};

it('the Service of the API server comes again when someone deletes it', () => {
	const codeNow = (): number => ask({ method: 'GET', path: services }).code;
	expect(codeNow()).toBe(200);
	ask({ method: 'DELETE', path: services });
	expect(codeNow()).toBe(404);
	goOn(10_000);
	expect(ask({ method: 'GET', path: services }).body).toMatchObject({
		spec: { clusterIP: '10.96.0.1' }
	});
});

it('a claim that nobody uses goes soon after it is deleted', () => {
	make(claims, claim);
	const { body } = ask({ method: 'DELETE', path: `${claims}/data` });
	expect(body).toMatchObject({ metadata: { finalizers: ['kubernetes.io/pvc-protection'] } });
	goOn(1000);
	expect(ask({ method: 'GET', path: `${claims}/data` }).code).toBe(404);
});

it('a claim stays as long as a Pod that has a node uses it', () => {
	make(claims, claim);
	make(pods, {
		apiVersion: 'v1',
		kind: 'Pod',
		metadata: { name: 'user' },
		spec: {
			nodeName: 'worker-1',
			containers: [{ name: 'c', image: 'web:v1' }],
			volumes: [{ name: 'v', persistentVolumeClaim: { claimName: 'data' } }]
		}
	});
	ask({ method: 'DELETE', path: `${claims}/data` });
	goOn(5000);
	expect(ask({ method: 'GET', path: `${claims}/data` }).code).toBe(200);
	ask({ method: 'DELETE', path: `${pods}/user`, body: { gracePeriodSeconds: 0 } });
	goOn(1000);
	expect(ask({ method: 'GET', path: `${claims}/data` }).code).toBe(404);
});

it('a volume goes too, and other finalizers stay', () => {
	make('/api/v1/persistentvolumes', {
		apiVersion: 'v1',
		kind: 'PersistentVolume',
		metadata: { name: 'disk', finalizers: ['example.com/kept'] },
		spec: {
			accessModes: ['ReadWriteOnce'],
			capacity: { storage: '1Gi' },
			hostPath: { path: '/data' }
		}
	});
	const path = '/api/v1/persistentvolumes/disk';
	ask({ method: 'DELETE', path });
	goOn(1000);
	expect((ask({ method: 'GET', path }).body as KubeObject).metadata.finalizers).toEqual([
		'example.com/kept'
	]);
});
