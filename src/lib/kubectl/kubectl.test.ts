import { defaultKubeconfig } from './kubeconfig/default-kubeconfig.ts';
import { describe, expect, test } from 'vitest';
import { ok, refused, typeLine } from './testing/typed-line.ts';

describe('runCommandLine', () => {
	test('an unknown program is not found', () => {
		expect(typeLine('foo bar')).toMatchObject({
			stderr: 'bash: foo: command not found\n',
			exit: 127
		});
	});

	test('a line that bash refuses exits 2', () => {
		expect(typeLine("kubectl get 'pods").exit).toBe(2);
	});

	test('the exit code of a line is that of its last program', () => {
		expect(typeLine('false; true').exit).toBe(0);
		expect(typeLine('false && echo no').exit).toBe(1);
		expect(typeLine('false || echo yes')).toMatchObject({ stdout: 'yes\n', exit: 0 });
		expect(typeLine('kubectl what | cat').exit).toBe(0);
	});

	test('a pipe hands stdout on, and stderr only when it is told to', () => {
		expect(typeLine('kubectl get pod a | wc -l')).toMatchObject({
			stdout: '0\n',
			stderr: 'Error from server (NotFound): pods "a" not found\n'
		});
		expect(typeLine('kubectl get pod a 2>&1 | wc -l').stdout).toBe('1\n');
	});

	test('stop ends a command without an exit code', () => {
		const list = { kind: 'Table', metadata: {}, columnDefinitions: [], rows: [] };
		const typed = typeLine('kubectl get pods -w', {
			answer: () => ok(list),
			events: [[100, { type: 'ADDED', object: list as never }]],
			stopAfterMs: 50
		});
		expect(typed).toMatchObject({ stdout: '', stderr: '', exit: null });
	});

	test.each([
		[
			'kubectl gett pods',
			'error: unknown command "gett" for "kubectl"\n\nDid you mean this?\n\tget\n\tset\n'
		],
		['kubectl bananas', 'error: unknown command "bananas" for "kubectl"\n'],
		['kubectl port-forward web 80', `error: Kinetes doesn't have "kubectl port-forward" yet\n`],
		['kubectl auth reconcile', `error: Kinetes doesn't have "kubectl auth reconcile" yet\n`],
		['kubectl create job x', 'error: either --image or --from must be specified\n'],
		[
			'kubectl create nothing x',
			`error: unknown command "nothing x"\nSee 'kubectl create -h' for help and examples\n`
		],
		[
			'kubectl get pods --what',
			"error: unknown flag: --what\nSee 'kubectl get --help' for usage.\n"
		],
		[
			'kubectl get pods --as-group=a',
			'error: requesting groups, uid or user-extra for impersonation without impersonating a user\n'
		],
		['kubectl get pods --context=x', 'error: context "x" does not exist\n'],
		['kubectl get pods -k x', `error: Kinetes doesn't have --kustomize of "kubectl get" yet\n`],
		['kubectl get pods --kubeconfig=x', 'error: stat x: no such file or directory\n'],
		['kubectl get pods --user=x', 'error: auth info "x" does not exist\n'],
		['kubectl run web', 'error: required flag(s) "image" not set\n'],
		['kubectl get widgets', `error: the server doesn't have a resource type "widgets"\n`],
		['kubectl get pods.v2', `error: the server doesn't have a resource type "pods"\n`],
		['kubectl get pods a -l x=y', 'error: name cannot be provided when a selector is specified\n'],
		['kubectl delete pod', 'error: resource(s) were provided, but no name was specified\n'],
		[
			'kubectl get pods -o rainbow',
			/^error: unable to match a printer suitable for the output format "rainbow"/
		],
		['kubectl get pods -o kyaml', `error: Kinetes doesn't have the output format "kyaml" yet\n`]
	])('%s fails with its own words', (line, words) => {
		const { stderr, exit } = typeLine(line);
		if (typeof words === 'string') expect(stderr).toBe(words);
		else expect(stderr).toMatch(words);
		expect(exit).toBe(1);
	});

	test('flags may stand before the command', () => {
		expect(typeLine('kubectl -n kube-system get sa x').requests).toEqual([
			'GET /api/v1/namespaces/kube-system/serviceaccounts/x'
		]);
	});

	test('kubectl config changes the namespace of the commands that follow', () => {
		const session = {};
		typeLine('kubectl config set-context --current --namespace=play', { session });
		expect(typeLine('kubectl get pod x', { session }).requests).toEqual([
			'GET /api/v1/namespaces/play/pods/x'
		]);
	});

	test.each([
		[
			refused(403, 'Forbidden', 'pods "a" is forbidden: no'),
			'Error from server (Forbidden): pods "a" is forbidden: no\n'
		],
		[
			refused(401, 'Unauthorized', 'Unauthorized'),
			'error: You must be logged in to the server (Unauthorized)\n'
		],
		[
			refused(422, 'Invalid', 'x', {
				kind: 'Pod',
				name: 'a',
				causes: [{ field: 'spec', message: 'no' }]
			}),
			'The Pod "a" is invalid: spec: no\n'
		],
		[
			refused(422, 'Invalid', 'x', {
				kind: 'Pod',
				name: 'a',
				causes: [
					{ field: 'spec', message: 'no' },
					{ field: 'metadata', message: 'never' },
					{ field: 'spec', message: 'no' }
				]
			}),
			'The Pod "a" is invalid: \n* spec: no\n* metadata: never\n'
		],
		[refused(422, 'Invalid', 'why', {}), 'The request is invalid: why\n'],
		[refused(500, '', 'broken'), 'Error from server: broken\n']
	])('a refusal is told as kubectl tells it', (answer, text) => {
		expect(typeLine('kubectl get pod a -o yaml', { answer: () => answer }).stderr).toBe(text);
	});

	test('warnings of the server are printed once each', () => {
		const pod = { apiVersion: 'v1', kind: 'Pod', metadata: { name: 'a' } };
		const typed = typeLine('kubectl get pod a a -o name', {
			answer: () => ({ ...ok(pod), warnings: ['old'] })
		});
		expect(typed).toMatchObject({ stdout: 'pod/a\npod/a\n', stderr: 'Warning: old\n' });
	});
});

describe('kubectl config', () => {
	const [sim] = defaultKubeconfig.contexts;
	const played = { ...sim!, context: { ...sim!.context, namespace: 'play' } };
	const session = { kubeconfig: { ...defaultKubeconfig, contexts: [played] } };

	test.each([
		["view -o jsonpath='{..namespace}'", 'play'],
		['current-context', 'sim\n'],
		[
			'get-contexts',
			'CURRENT   NAME   CLUSTER   AUTHINFO   NAMESPACE\n*         sim    sim       admin      play\n'
		]
	])('%s shows the one context', (line, text) => {
		expect(typeLine(`kubectl config ${line}`, { session }).stdout).toBe(text);
	});

	test('a group of commands without a subcommand says what there is', () => {
		const { stderr, exit } = typeLine('kubectl set');
		expect(stderr).toContain('\nAvailable Commands:\n  env              Update');
		expect(exit).toBe(1);
	});

	test('a context that is not there is an error', () => {
		expect(typeLine('kubectl config get-contexts none').stderr).toBe(
			'error: context none not found\n'
		);
	});
});
