import { describe, expect, test } from 'vitest';
import type { Pod } from '#lib/kubernetes/pod.ts';
import type { Trace } from '#lib/trace/trace.ts';
import type { Step } from '../scenario.ts';
import { simulate } from '../simulate.ts';

const folder = '/etc/kubernetes/manifests/';
const manifest = (name: string, image = 'web:v1') =>
	`apiVersion: v1\nkind: Pod\nmetadata: {name: ${name}}\nspec:\n  containers: [{name: main, image: "${image}"}]\n`;

const play = (steps: readonly Step[], files: Readonly<Record<string, string>> = {}): Trace =>
	simulate({
		seed: 1,
		nodes: [1, 2].map((i) => ({ name: `worker-${i}`, cpu: '2', memory: '3610176Ki' })),
		imagesPresent: ['web:v1', 'web:v2'],
		files: { 'web.yaml': manifest('web'), 'other.yaml': manifest('web', 'web:v2'), ...files },
		steps,
		untilMs: Math.max(...steps.map(({ atMs }) => atMs)) + 15_000
	});

const printed = ({ events }: Trace): string =>
	events
		.flatMap((event) => (event.kind === 'output' && event.stream !== 'input' ? [event.text] : []))
		.join('');
const versions = ({ events }: Trace, pod: string): (Pod | null)[] =>
	events.flatMap((event) =>
		event.kind === 'write' && event.key === `/registry/pods/${pod}`
			? [event.object as Pod | null]
			: []
	);
const facts = ({ events }: Trace, type: string) =>
	events.flatMap((event) => (event.kind === 'local' && event.fact.type === type ? [event] : []));

describe('a file in a kubelet’s folder', () => {
	test('is run on its node under the node’s name, with tolerations that keep it there', () => {
		const trace = play([{ atMs: 0, run: `scp web.yaml worker-2:${folder}` }]);
		const [stored] = versions(trace, 'default/web-worker-2');
		expect(stored?.spec).toMatchObject({
			nodeName: 'worker-2',
			tolerations: [{ operator: 'Exists', effect: 'NoExecute' }]
		});
		expect(stored?.metadata.annotations).toMatchObject({ 'kubernetes.io/config.source': 'file' });
		expect(facts(trace, 'container-started').map(({ node }) => node)).toEqual(['worker-2']);
		expect(trace.events.some(({ kind }) => kind === 'decision')).toBe(false);
	});

	test('that is replaced by another is another Pod of the same name, which waits until the first has ended', () => {
		const trace = play([
			{ atMs: 0, run: `scp web.yaml worker-1:${folder}web.yaml` },
			{ atMs: 5000, run: `scp other.yaml worker-1:${folder}web.yaml` }
		]);
		const images = versions(trace, 'default/web-worker-1').map(
			(pod) => pod?.spec.containers[0]?.image
		);
		expect(images.at(-1)).toBe('web:v2');
		const [ended] = facts(trace, 'container-exited');
		const [, second] = facts(trace, 'container-started');
		expect(second!.atMs).toBeGreaterThan(ended!.atMs);
	});

	test('that holds no Pod is left alone', () => {
		const trace = play([{ atMs: 0, run: `scp note.yaml worker-1:${folder}` }], {
			'note.yaml': 'apiVersion: v1\nkind: Service\nmetadata: {name: s}\n'
		});
		expect(facts(trace, 'manifest-written')).toHaveLength(1);
		expect(facts(trace, 'sandbox-created')).toHaveLength(0);
	});

	test('tells a new mirror how the Pod is doing within ten seconds', () => {
		const trace = play([
			{ atMs: 0, run: `scp web.yaml worker-1:${folder}` },
			{ atMs: 5000, run: 'kubectl delete pod web-worker-1 --wait=false' }
		]);
		const last = versions(trace, 'default/web-worker-1').at(-1);
		expect(last?.status.phase).toBe('Running');
		expect(facts(trace, 'container-started')).toHaveLength(1);
	});
});

describe('a person reaches a node', () => {
	test('and sees, reads and removes what lies in the folder', () => {
		const trace = play([
			{ atMs: 0, run: `scp web.yaml worker-1:${folder}` },
			{ atMs: 3000, run: `ssh worker-1 ls ${folder}` },
			{ atMs: 4000, run: `ssh worker-1 sudo cat ${folder}web.yaml | head -n 2` },
			{ atMs: 5000, run: `ssh worker-1 rm ${folder}web.yaml && ssh worker-1 ls ${folder}` }
		]);
		expect(printed(trace)).toContain('web.yaml\n');
		expect(printed(trace)).toContain('apiVersion: v1\nkind: Pod\n');
		expect(facts(trace, 'manifest-removed')).toHaveLength(1);
		expect(versions(trace, 'default/web-worker-1').at(-1)).toBeNull();
	});

	test.each([
		[
			`scp web.yaml nowhere:${folder}`,
			'ssh: Could not resolve hostname nowhere: Name or service not known'
		],
		[
			`scp absent.yaml worker-1:${folder}`,
			'scp: stat local "absent.yaml": No such file or directory'
		],
		['scp web.yaml worker-1:/root/', 'scp: dest open "/root/": No such file or directory'],
		[
			`ssh worker-1 rm ${folder}web.yaml`,
			`rm: cannot remove '${folder}web.yaml': No such file or directory`
		],
		['ssh worker-1 reboot', 'bash: line 1: reboot: command not found'],
		['scp web.yaml', 'usage: scp file ... host:path']
	])('and is told what went wrong with: %s', (run, message) => {
		expect(printed(play([{ atMs: 0, run }]))).toContain(`${message}\n`);
	});
});
