import { describe, expect, test } from 'vitest';
import type { ApiRequest, ApiResponse, WatchEvent } from '#lib/kubernetes/api-client.ts';
import { ok, typeLine } from '../testing/typed-line.ts';

const columns = ['Name', 'Ready', 'Status', 'IP'].map((name, at) => ({
	name,
	type: 'string',
	format: at === 0 ? 'name' : '',
	description: '',
	priority: name === 'IP' ? 1 : 0
}));

function podOf(name: string, fields: object = {}): object {
	const metadata = { name, namespace: 'default', uid: `uid-${name}`, labels: { app: name } };
	return {
		apiVersion: 'v1',
		kind: 'Pod',
		metadata,
		spec: { containers: [] },
		status: {},
		...fields
	};
}

function tableOf(...rows: readonly (readonly string[])[]): object {
	return {
		kind: 'Table',
		apiVersion: 'meta.k8s.io/v1',
		metadata: { resourceVersion: '7' },
		columnDefinitions: columns,
		rows: rows.map((cells) => ({ cells, object: podOf(cells[0]!) }))
	};
}

const list = {
	apiVersion: 'v1',
	kind: 'PodList',
	metadata: { resourceVersion: '7' },
	items: [podOf('b', { spec: { priority: 2 } }), podOf('a', { spec: { priority: 10 } })]
};

function answer({ path, asTable }: ApiRequest): ApiResponse | undefined {
	if (path.endsWith('/none')) return undefined;
	if (asTable)
		return ok(tableOf(['web', '1/1', 'Running', '10.0.0.1'], ['x', '0/1', 'Pending', '']));
	return ok(path.endsWith('/pods') ? list : podOf(path.split('/').at(-1)!));
}

describe('kubectl get', () => {
	test('prints the Table of the server, without what is for -o wide', () => {
		const typed = typeLine('kubectl get pods', { answer });
		expect(typed.requests).toEqual(['GET /api/v1/namespaces/default/pods?limit=500']);
		expect(typed.stdout).toBe(
			'NAME   READY   STATUS\nweb    1/1     Running\nx      0/1     Pending\n'
		);
	});

	test.each([
		[
			'-o wide',
			'NAME   READY   STATUS    IP\nweb    1/1     Running   10.0.0.1\nx      0/1     Pending   \n'
		],
		['--no-headers', 'web   1/1   Running\nx     0/1   Pending\n'],
		[
			'-A',
			'NAMESPACE   NAME   READY   STATUS\ndefault     web    1/1     Running\ndefault     x      0/1     Pending\n'
		],
		[
			'--show-labels',
			'NAME   READY   STATUS    LABELS\nweb    1/1     Running   app=web\nx      0/1     Pending   app=x\n'
		],
		[
			'-L app',
			'NAME   READY   STATUS    APP\nweb    1/1     Running   web\nx      0/1     Pending   x\n'
		],
		[
			'--sort-by=.metadata.labels.app',
			'NAME   READY   STATUS\nweb    1/1     Running\nx      0/1     Pending\n'
		],
		['--sort-by=.spec.none', '']
	])('%s changes the table', (flags, text) => {
		expect(typeLine(`kubectl get pods ${flags}`, { answer }).stdout).toBe(text);
	});

	test.each([
		['-l app=x', 'labelSelector=app=x&limit=500'],
		['--field-selector=status.phase=Running', 'fieldSelector=status.phase=Running&limit=500'],
		['--sort-by=.metadata.name', 'includeObject=Object']
	])('%s goes to the server', (flags, query) => {
		const { requests } = typeLine(`kubectl get pods ${flags}`, { answer });
		expect(requests).toEqual([`GET /api/v1/namespaces/default/pods?${query}`]);
	});

	test('names kinds when there are several, and parts them by an empty line', () => {
		expect(typeLine('kubectl get po,cm', { answer }).stdout).toBe(
			'NAME      READY   STATUS\npod/web   1/1     Running\npod/x     0/1     Pending\n\n' +
				'NAME            READY   STATUS\nconfigmap/web   1/1     Running\nconfigmap/x     0/1     Pending\n'
		);
	});

	test.each([
		['get pod a -o name', 'pod/a\n'],
		['get pods -o name', 'pod/b\npod/a\n'],
		['get pods -o name --sort-by=.spec.priority', 'pod/b\npod/a\n'],
		['get pods -o name --sort-by=.metadata.name', 'pod/a\npod/b\n'],
		["get pods -o jsonpath='{.items[*].metadata.name}'", 'b a'],
		["get pod a -o jsonpath='{.kind}'", 'Pod'],
		[
			'get pods -o custom-columns=N:.metadata.name,P:.spec.priority,X:.x',
			'N     P     X\nb     2     <none>\na     10    <none>\n'
		],
		['get pods a b -o yaml', /^apiVersion: v1\nitems:\n- apiVersion: v1\n {2}kind: Pod\n/]
	])('%s prints whole objects', (line, text) => {
		const { stdout } = typeLine(`kubectl ${line}`, { answer });
		if (typeof text === 'string') expect(stdout).toBe(text);
		else expect(stdout).toMatch(text);
	});

	test('tells what is not there, and says nothing with --ignore-not-found', () => {
		expect(typeLine('kubectl get pod web none', { answer })).toMatchObject({
			stderr: 'Error from server (NotFound): pods "none" not found\n',
			exit: 1
		});
		expect(typeLine('kubectl get pod none --ignore-not-found', { answer })).toMatchObject({
			stdout: '',
			stderr: '',
			exit: 0
		});
	});

	test.each([
		['get pods', 'No resources found in default namespace.\n'],
		['get pods -A', 'No resources found\n'],
		['get nodes', 'No resources found\n'],
		['get pods -o name', '']
	])('%s of nothing', (line, words) => {
		const empty = (request: ApiRequest): ApiResponse =>
			ok(request.asTable ? tableOf() : { ...list, items: [] });
		expect(typeLine(`kubectl ${line}`, { answer: empty })).toMatchObject({
			stderr: words,
			exit: 0
		});
	});

	test('-w prints headers with the first row, and never narrows a column', () => {
		const event = (...cells: readonly string[]): WatchEvent => ({
			type: 'MODIFIED',
			object: tableOf(cells) as never
		});
		const typed = typeLine('kubectl get pods -w', {
			answer: () => ok(tableOf()),
			events: [
				[10, event('web', '0/1', 'Pending')],
				[20, event('web', '0/1', 'ContainerCreating')],
				[30, event('web', '1/1', 'Running')]
			]
		});
		expect(typed.requests[1]).toBe(
			'GET /api/v1/namespaces/default/pods?resourceVersion=7&watch=true'
		);
		expect(typed.stdout).toBe(
			'NAME   READY   STATUS\nweb    0/1     Pending\nweb    0/1     ContainerCreating\nweb    1/1     Running\n'
		);
		expect(typed.exit).toBeNull();
	});

	test.each([
		['-w', 'NAME   READY   STATUS\nweb    0/1     Pending\nweb    1/1     Running\n'],
		['--watch-only', 'NAME   READY   STATUS\nweb    1/1     Running\n'],
		[
			'-w --output-watch-events',
			'EVENT        NAME   READY   STATUS\nADDED        web    0/1     Pending\nMODIFIED     web    1/1     Running\n'
		]
	])('a watch on one name with %s tells at most once what is there', (flag, text) => {
		const pending = tableOf(['web', '0/1', 'Pending']);
		const typed = typeLine(`kubectl get pod web ${flag}`, {
			answer: () => ok(pending),
			events: [
				[10, { type: 'ADDED', object: pending as never }],
				[20, { type: 'MODIFIED', object: tableOf(['web', '1/1', 'Running']) as never }]
			]
		});
		expect(typed.requests[1]).toBe(
			'GET /api/v1/namespaces/default/pods?fieldSelector=metadata.name=web&resourceVersion=0&watch=true'
		);
		expect(typed.stdout).toBe(text);
	});

	test('-w ends by itself after --request-timeout', () => {
		expect(typeLine('kubectl get pods -w --request-timeout=2s', { answer }).exit).toBe(0);
	});
});

describe('kubectl wait', () => {
	const ready = (status: string): WatchEvent => ({
		type: 'MODIFIED',
		object: podOf('a', {
			status: { phase: 'Running', conditions: [{ type: 'Ready', status }] }
		}) as never
	});

	test.each([
		'condition=Ready',
		'condition=ready=true',
		"jsonpath='{.status.conditions[0].status}'=True"
	])('--for=%s is met by a later event', (condition) => {
		const typed = typeLine(`kubectl wait --for=${condition} pod/a`, {
			answer,
			events: [
				[5, ready('False')],
				[100, ready('True')]
			]
		});
		expect(typed).toMatchObject({ stdout: 'pod/a condition met\n', exit: 0 });
	});

	test.each([
		[
			'wait --for=condition=Ready pod/a --timeout=2s',
			'error: timed out waiting for the condition on pods/a\n'
		],
		[
			'wait --for=condition=Ready pod/none',
			'Error from server (NotFound): pods "none" not found\n'
		],
		['wait --for=create pod/none --timeout=2s', 'error: timed out waiting for the condition\n'],
		['wait --for=delete pod/none', ''],
		['wait pod/a', 'error: unrecognized condition: ""\n']
	])('%s', (line, words) => {
		expect(typeLine(`kubectl ${line}`, { answer }).stderr).toBe(words);
	});
});

describe('commands about the cluster', () => {
	test('version asks the server', () => {
		expect(
			typeLine('kubectl version', { answer: () => ok({ gitVersion: 'v1.35.4' }) }).stdout
		).toBe('Client Version: v1.35.4\nKustomize Version: v5.7.1\nServer Version: v1.35.4\n');
	});

	test('api-resources lists what exists', () => {
		expect(typeLine('kubectl api-resources --api-group=apps').stdout).toBe(
			[
				'NAME                  SHORTNAMES   APIVERSION   NAMESPACED   KIND',
				'controllerrevisions                apps/v1      true         ControllerRevision',
				'daemonsets            ds           apps/v1      true         DaemonSet',
				'deployments           deploy       apps/v1      true         Deployment',
				'replicasets           rs           apps/v1      true         ReplicaSet',
				'statefulsets          sts          apps/v1      true         StatefulSet',
				''
			].join('\n')
		);
	});
});
