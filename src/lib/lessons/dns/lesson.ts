import type { Lesson } from '../lesson.ts';
import { threeWorkers } from '../three-workers.ts';
import { documents, webDeployment } from '../web-manifest.ts';
import { client, services } from './manifests.ts';

export const dns: Lesson = {
	id: 'dns',
	scenario: {
		seed: 1,
		nodes: threeWorkers,
		imagesPresent: ['web:v1', 'busybox:1.36'],
		files: {
			'web.yaml': documents(webDeployment({ replicas: 2 }), services),
			'client.yaml': client
		},
		before: { steps: [{ atMs: 0, run: 'kubectl apply -f web.yaml' }], lastsMs: 6000 },
		steps: [
			{ atMs: 0, run: 'kubectl get services' },
			{ atMs: 2000, run: 'kubectl apply -f client.yaml' },
			{ atMs: 21_000, run: 'kubectl logs client' }
		],
		untilMs: 23_000
	},
	cues: [
		{ when: { beat: 'run', nth: 0 }, say: 'lesson.dns.services' },
		{ when: { beat: 'started', pod: 'default/client' }, say: 'lesson.dns.resolver' },
		{ when: { beat: 'asks-name', nth: 0 }, say: 'lesson.dns.short' },
		{ when: { beat: 'asks-name', nth: 1 }, say: 'lesson.dns.headless' },
		{ when: { beat: 'run', nth: 2 }, say: 'lesson.dns.said' }
	],
	facts: [
		{ claim: 'order', moments: [{ beat: 'asks-name', nth: 1 }, { beat: 'ended' }] },
		{ claim: 'printed', text: 'search default.svc.cluster.local svc.cluster.local cluster.local' },
		{ claim: 'printed', text: 'nameserver 10.96.0.10' },
		{ claim: 'printed', text: 'web-headless.default.svc.cluster.local' },
		{ claim: 'printed', text: 'v1 web-' },
		{ claim: 'printed', text: 'Address: 10.96.' },
		{ claim: 'printed', text: 'Address: 10.244.' },
		{ claim: 'object', key: 'pods/default/client', path: ['status', 'phase'], is: 'Succeeded' },
		{
			claim: 'object',
			key: 'services/specs/default/web-headless',
			path: ['spec', 'clusterIP'],
			is: 'None'
		}
	]
};
