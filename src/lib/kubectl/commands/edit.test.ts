import { expect, test } from 'vitest';
import { editText } from '../edit/edit-text.ts';
import { refused, type TypedLine, typeLine, type TypedLineWorld } from '../testing/typed-line.ts';
import { type Circumstances, scriptedServer } from '../testing/scripted-server.ts';

function typed(
	line: string,
	circumstances: Circumstances = {},
	edit?: TypedLineWorld['edit']
): TypedLine {
	return typeLine(line, { answer: scriptedServer(circumstances), edit });
}

test('what is changed in the editor is sent as a patch', () => {
	const { stdout, requests, bodies } = typed(
		"KUBE_EDITOR='sed -i s/replicas:.3/replicas:\\ 5/' kubectl edit deploy/web"
	);
	expect(stdout).toBe('deployment.apps/web edited\n');
	expect(requests.at(-1)).toBe(
		'PATCH /apis/apps/v1/namespaces/default/deployments/web?fieldManager=kubectl-edit&fieldValidation=Strict'
	);
	expect(bodies.at(-1)).toEqual({ spec: { replicas: 5 } });
});

test('the person who types the command is the editor unless a variable names another', () => {
	let seen = '';
	const { bodies } = typed('kubectl edit deploy/web', {}, (text) => {
		seen = text;
		return text.replace('replicas: 3', 'replicas: 4');
	});
	expect(bodies.at(-1)).toEqual({ spec: { replicas: 4 } });
	expect(seen).toMatch(
		/^# Please edit the object below\. Lines beginning with a '#' will be ignored,\n# and an empty file will abort the edit\. If an error occurs while saving this file will be\n# reopened with the relevant failures\.\n#\napiVersion: apps\/v1\nkind: Deployment\n/
	);
});

test('several objects are edited as one List', () => {
	const { stdout, bodies } = typed('kubectl edit deploy/a deploy/b', {}, (text) =>
		text.replace('name: b\n', 'name: b\n    labels: {new: label}\n')
	);
	expect(stdout).toBe('deployment.apps/a skipped\ndeployment.apps/b edited\n');
	expect(bodies.filter((body) => body !== undefined)).toEqual([
		{ metadata: { labels: { new: 'label' } } }
	]);
});

test.each<[string, (text: string) => string | undefined, string, number]>([
	['nothing was changed', (text) => text, 'Edit cancelled, no changes made.\n', 0],
	[
		'only remarks were changed',
		(text) => `# hello\n${text}`,
		'Edit cancelled, no changes made.\n',
		0
	],
	['the file is empty', () => '# nothing\n', 'Edit cancelled, saved file was empty.\n', 0],
	['there is no such editor', () => undefined, 'error: unable to launch the editor ""\n', 1],
	[
		'another name stands there',
		(text) => text.replace('name: web', 'name: other'),
		'A copy of your changes has been stored to "/tmp/kubectl-edit-1.yaml"\nerror: At least one of apiVersion, kind and name was changed\n',
		1
	]
])('nothing is sent when %s', (_why, edit, error, code) => {
	const { stderr, exit, requests } = typed('kubectl edit deploy web', {}, edit);
	expect([stderr, exit, requests.length]).toEqual([error, code, 1]);
});

test('what the server finds invalid comes back with its reasons, until nothing more is changed', () => {
	const texts: string[] = [];
	const { stderr, exit } = typed(
		'kubectl edit deploy web',
		{
			answer: ({ method }) =>
				method === 'PATCH'
					? refused(422, 'Invalid', 'bad', {
							causes: [{ field: 'spec.replicas', message: 'too few' }]
						})
					: undefined
		},
		(text) => {
			texts.push(text);
			return text.replace('replicas: 3', 'replicas: -3');
		}
	);
	expect(texts[1]).toContain(
		'# deployments.apps "web" was not valid:\n# * spec.replicas: too few\n#\n'
	);
	expect(stderr).toBe(
		'error: deployments.apps "web" is invalid\nA copy of your changes has been stored to "/tmp/kubectl-edit-1.yaml"\nerror: Edit cancelled, no valid changes were saved.\n'
	);
	expect(exit).toBe(1);
});

test('a conflict ends it with a hint', () => {
	const { stderr, exit } = typed(
		'kubectl edit deploy web',
		{
			answer: ({ method }) =>
				method === 'PATCH' ? refused(409, 'Conflict', 'modified') : undefined
		},
		(text) => text.replace('replicas: 3', 'replicas: 4')
	);
	expect([stderr, exit]).toEqual([
		'error: deployments.apps "web" could not be patched: modified\nYou can run `kubectl replace -f /tmp/kubectl-edit-1.yaml` to try this update again.\n',
		1
	]);
});

test('JSON is edited without a remark', () => {
	const object = { apiVersion: 'v1', kind: 'Pod', metadata: { name: 'a' } };
	expect(editText([object], 'json')).toBe(
		'{\n    "apiVersion": "v1",\n    "kind": "Pod",\n    "metadata": {\n        "name": "a"\n    }\n}\n'
	);
});
