import { expect, test } from 'vitest';
import type { KubeObject } from '#lib/kubernetes/object.ts';
import { type Circumstances, scriptedServer } from '../../testing/scripted-server.ts';
import { type TypedLine, typeLine, type TypedLineWorld } from '../../testing/typed-line.ts';

const template = (image: string, labels = {}): object => ({
	metadata: { labels: { app: 'web', ...labels } },
	spec: { containers: [{ name: 'nginx', image, resources: {} }] }
});

const replicaSet = (revision: number, image: string, cause?: string): KubeObject => ({
	apiVersion: 'apps/v1',
	kind: 'ReplicaSet',
	metadata: {
		name: `web-${revision}`,
		creationTimestamp: `2026-01-05T09:00:0${revision}Z`,
		annotations: {
			'deployment.kubernetes.io/revision': String(revision),
			'deployment.kubernetes.io/max-replicas': '4',
			...(cause === undefined ? undefined : { 'kubernetes.io/change-cause': cause })
		},
		ownerReferences: [
			{ apiVersion: 'apps/v1', kind: 'Deployment', name: 'web', uid: 'uid-web', controller: true }
		]
	},
	spec: { replicas: 1, template: template(image, { 'pod-template-hash': String(revision) }) },
	status: { replicas: 1 }
});

/** The Deployment runs nginx:1, which is revision 3; before that came nginx:0. */
const replicaSets = [replicaSet(3, 'nginx:1'), replicaSet(2, 'nginx:0', 'older')];

function typed(
	line: string,
	circumstances: Circumstances = {},
	world: TypedLineWorld = {}
): TypedLine {
	const answer = scriptedServer({ replicaSets, ...circumstances });
	return typeLine(`kubectl rollout ${line}`, { answer, ...world });
}

test('history lists revisions with their causes', () => {
	const { stdout, requests } = typed('history deployment/web');
	expect(stdout).toBe(
		'deployment.apps/web \nREVISION  CHANGE-CAUSE\n2         older\n3         <none>\n\n'
	);
	expect(requests).toEqual([
		'GET /apis/apps/v1/namespaces/default/deployments/web',
		'GET /apis/apps/v1/namespaces/default/deployments/web',
		'GET /apis/apps/v1/namespaces/default/replicasets?labelSelector=app=web'
	]);
});

test('history describes the template of one revision, tabs and all', () => {
	const { stdout } = typed('history deploy/web --revision=2');
	expect(stdout).toMatch(
		/^deployment\.apps\/web with revision #2\nPod Template:\n {2}Labels:\tapp=web\n\tpod-template-hash=2\n {2}Annotations:\tkubernetes\.io\/change-cause: older\n {2}Containers:\n {3}nginx:\n {4}Image:\tnginx:0\n/
	);
});

test('history prints the ReplicaSet of a revision with -o', () => {
	expect(typed("history deploy/web --revision=2 -o jsonpath='{.metadata.name}'").stdout).toBe(
		'web-2'
	);
	expect(typed('history deploy/web -o name').stdout).toBe(
		'replicaset.apps/web-2\nreplicaset.apps/web-3\n'
	);
});

test('undo puts the template of the last revision but one back, without its hash', () => {
	const { stdout, bodies, contentTypes } = typed('undo deployment/web', {
		over: { metadata: { annotations: { 'deployment.kubernetes.io/revision': '3', mine: 'x' } } }
	});
	expect(stdout).toBe('deployment.apps/web rolled back\n');
	expect(contentTypes.at(-1)).toBe('application/json-patch+json');
	expect(bodies.at(-1)).toEqual([
		{ op: 'replace', path: '/spec/template', value: template('nginx:0') },
		{
			op: 'replace',
			path: '/metadata/annotations',
			value: { 'deployment.kubernetes.io/revision': '3', 'kubernetes.io/change-cause': 'older' }
		}
	]);
});

test.each([
	['undo deploy/web --to-revision=9', 'error: unable to find specified revision 9 in history\n'],
	['undo deploy/web --to-revision=-1', 'error: unable to find specified revision -1 in history\n'],
	['history deploy/web --revision=9', 'error: unable to find the specified revision\n'],
	['history deploy/web --revision=-1', 'error: revision must be a positive integer: -1\n'],
	['status', 'error: required resource not specified\n'],
	['status pod/a', 'error: no status viewer has been implemented for Pod\n'],
	['history rs/a', 'error: no history viewer has been implemented for "ReplicaSet.apps"\n'],
	[
		'undo cm/a',
		'error: error retrieving rollbacker for "ConfigMap", no visitor method exists for { ConfigMap}\n'
	],
	['restart pod/a', 'error: pods "a" restarting is not supported\n'],
	['resume deploy/web', 'error: deployments.apps "web" is not paused\n']
])('"%s" changes nothing and says why', (line, error) => {
	const { stderr, exit, requests } = typed(line);
	expect([stderr, exit]).toEqual([error, 1]);
	expect(requests.filter((request) => !request.startsWith('GET'))).toEqual([]);
});

test('undo without a history changes nothing', () => {
	const { stderr, exit } = typed('undo deploy/web', { replicaSets: [replicaSet(1, 'nginx:1')] });
	expect([stderr, exit]).toEqual(['error: no rollout history found for deployment "web"\n', 1]);
});

test('undo to the revision that runs is skipped', () => {
	expect(typed('undo deploy/web --to-revision=3').stdout).toBe(
		'deployment.apps/web skipped rollback (current template already matches revision 3)\n'
	);
});

test('undo of a paused Deployment and restart of one are refused', () => {
	const paused = { over: { spec: { paused: true } } };
	expect(typed('undo deploy/web', paused).stderr).toBe(
		"error: you cannot rollback a paused deployment; resume it first with 'kubectl rollout resume' and try again\n"
	);
	expect(typed('restart deploy/web', paused).stderr).toBe(
		'error: deployments.apps "web" can\'t restart paused deployment (run rollout resume first)\n'
	);
	expect(typed('pause deploy/web', paused).stderr).toBe(
		'error: deployments.apps "web" is already paused\n'
	);
});

test('undo as a dry run of the client describes the template and patches nothing', () => {
	const { stdout, requests } = typed('undo deploy/web --dry-run=client');
	expect(stdout).toMatch(
		/^deployment\.apps\/web Pod Template:\n[^]* {2}Tolerations:\t<none>\n \(dry run\)\n$/
	);
	expect(requests.some((request) => request.startsWith('PATCH'))).toBe(false);
});

test.each([
	['pause deploy/web', {}, { spec: { paused: true } }, 'paused'],
	[
		'resume deploy/web',
		{ over: { spec: { paused: true } } },
		{ spec: { paused: null } },
		'resumed'
	],
	[
		'restart deploy/web',
		{},
		{
			spec: {
				template: {
					metadata: {
						annotations: { 'kubectl.kubernetes.io/restartedAt': '2026-01-05T09:00:00Z' }
					}
				}
			}
		},
		'restarted'
	]
])('"%s" sends only what changes', (line, circumstances, patch, word) => {
	const { stdout, bodies, requests } = typed(line, circumstances);
	expect(stdout).toBe(`deployment.apps/web ${word}\n`);
	expect(bodies.at(-1)).toEqual(patch);
	expect(requests.at(-1)).toBe(
		'PATCH /apis/apps/v1/namespaces/default/deployments/web?fieldManager=kubectl-rollout'
	);
});

const rollout = (updated: number, available: number): KubeObject => ({
	apiVersion: 'apps/v1',
	kind: 'Deployment',
	metadata: { name: 'web', namespace: 'default' },
	spec: { replicas: 2 },
	status: { replicas: 2, updatedReplicas: updated, availableReplicas: available }
});

test('status prints a line for each version until the rollout is done', () => {
	const { stdout, exit } = typed(
		'status deploy/web',
		{},
		{
			events: [
				[10, { type: 'ADDED', object: rollout(1, 2) }],
				[20, { type: 'MODIFIED', object: rollout(2, 1) }],
				[30, { type: 'MODIFIED', object: rollout(2, 2) }],
				[40, { type: 'MODIFIED', object: rollout(2, 1) }]
			]
		}
	);
	expect(stdout).toBe(
		[
			'Waiting for deployment "web" rollout to finish: 1 out of 2 new replicas have been updated...',
			'Waiting for deployment "web" rollout to finish: 1 of 2 updated replicas are available...',
			'deployment "web" successfully rolled out',
			''
		].join('\n')
	);
	expect(exit).toBe(0);
});

test('status looks once without --watch, gives up after its timeout, and ends when the Deployment goes', () => {
	const added: TypedLineWorld['events'] = [[10, { type: 'ADDED', object: rollout(1, 2) }]];
	expect(typed('status deploy/web --watch=false', {}, { events: added }).exit).toBe(0);
	expect(typed('status deploy/web --timeout=2s', {}, { events: added }).stderr).toBe(
		'error: timed out waiting for the condition\n'
	);
	const gone: TypedLineWorld['events'] = [
		...added,
		[20, { type: 'DELETED', object: rollout(1, 2) }]
	];
	expect(typed('status deploy/web', {}, { events: gone }).stderr).toBe(
		'error: object has been deleted\n'
	);
});

test('nothing to restart is told', () => {
	expect(typed('restart deployment').stderr).toBe('No resources found in default namespace.\n');
});
