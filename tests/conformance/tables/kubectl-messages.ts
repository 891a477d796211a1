import type { ApiRequest, ApiResponse } from '#lib/kubernetes/api-client.ts';
import type { KubeObject } from '#lib/kubernetes/object.ts';
import {
	ok,
	refused,
	type TypedLine,
	type TypedLineWorld,
	typeLine
} from '#lib/kubectl/testing/typed-line.ts';
import { compared, type Outcome, skipped } from '../outcome.ts';
import { isUnknown } from '../story/project-output.ts';
import type { CaseRunner } from '../table.ts';
import { type Circumstances, scriptedServer } from '#lib/kubectl/testing/scripted-server.ts';

interface Message {
	readonly output: string;
	readonly stream: 'stdout' | 'stderr';
	readonly exitCode: number;
}

const deployment = {
	apiVersion: 'apps/v1',
	kind: 'Deployment',
	metadata: { name: 'web', namespace: 'default' },
	spec: { replicas: 3 }
};
const pod = { apiVersion: 'v1', kind: 'Pod', metadata: { name: 'nginx' }, spec: {} };
const files = {
	'd.yaml': JSON.stringify(deployment),
	FILE: JSON.stringify(deployment),
	'pod.yaml': JSON.stringify(pod)
};

/** Cases that tell a situation instead of a command line. */
const situations: Readonly<Record<string, string>> = {
	'kubectl apply on an object made with create': 'kubectl apply -f d.yaml',
	'kubectl replace -f FILE with an old resourceVersion': 'kubectl replace -f FILE (old)',
	'a Deployment whose selector does not match its template labels':
		'kubectl create -f d.yaml (invalid)',
	'kubectl get pods without credentials': 'kubectl get pods (unauthorized)',
	'kubectl drain n1': 'kubectl drain n1 (ReplicaSet)',
	'kubectl drain n1 with DaemonSet pods': 'kubectl drain n1 (DaemonSet)',
	'kubectl drain n1 with a bare pod': 'kubectl drain n1 (bare)'
};

/** Types the command into a world where everything exists, but for what its remark says. */
export const runMessage: CaseRunner = ({ input, expected }) => {
	const { command } = input as { command: string };
	const told = situations[command] ?? command;
	const [, line = '', remark = ''] = /^(.*?)(?: \((.*)\))?$/s.exec(told)!;
	if (!line.startsWith('kubectl ')) return skipped('is no command line');
	if (remark === 'other network error') return skipped('every message arrives here');
	const wanted = expected as Message;
	const world = circumstancesOf(line, remark, wanted.output);
	const typed = typeLine(line, {
		answer: scriptedServer(world),
		files,
		events: eventsOf(line, world)
	});
	return outcomeOf(wanted, typed);
};

function outcomeOf({ output, stream, exitCode }: Message, typed: TypedLine): Outcome {
	// A drain says more than the one line that is told.
	const printed = output.startsWith('evicting')
		? `${typed[stream].split('\n')[1]!}\n`
		: typed[stream];
	const outcome = compared({ output, exitCode }, { output: printed, exitCode: typed.exit ?? 0 });
	const isMissing = outcome.status === 'failed' && isUnknown({ run: '', ...typed, exit: null });
	return isMissing ? skipped(typed.stderr.trim()) : outcome;
}

type Events = NonNullable<TypedLineWorld['events']>;

/** What is waited for comes over a watch. */
function eventsOf(line: string, { over }: Circumstances): Events {
	const added = (object: object): Events => [[1, { type: 'ADDED', object: object as KubeObject }]];
	const [, set] = /rollout status (ds|sts)/.exec(line) ?? [];
	if (set !== undefined) {
		const [kind, name] = set === 'ds' ? ['DaemonSet', 'd'] : ['StatefulSet', 's'];
		return added({ apiVersion: 'apps/v1', kind, metadata: { name }, ...over });
	}
	if (line.startsWith('kubectl rollout status')) return added({ ...deployment, ...over });
	if (!line.startsWith('kubectl wait')) return [];
	const [, type = ''] = /condition=(\w+)/.exec(line) ?? [];
	return added({ ...pod, status: { conditions: [{ type, status: 'True' }] } });
}

function circumstancesOf(line: string, remark: string, output: string): Circumstances {
	if (line.startsWith('kubectl drain')) return { answer: drainedNode(remark) };
	if (/rollout status (?:ds|sts)/.test(line)) return { over: setRollout };
	if (line.startsWith('kubectl rollout status')) return { over: rolloutOf(remark, output) };
	if (line.startsWith('kubectl rollout history') || line.startsWith('kubectl rollout undo')) {
		const [, name = ''] = /deployment\/(\S+)/.exec(line) ?? [];
		return { replicaSets: replicaSetsOf(name, remark, output) };
	}
	const isNew = line.startsWith('kubectl apply') && output.endsWith('created\n');
	const isSame = line.startsWith('kubectl apply') && output.endsWith('unchanged\n');
	const labels = / \w+-$/.test(line) || remark === 'a=b set' ? { a: 'b' } : {};
	const last = 'kubectl.kubernetes.io/last-applied-configuration';
	const applied = `${JSON.stringify({
		...deployment,
		metadata: { annotations: {}, ...deployment.metadata }
	})}\n`;
	return {
		isEmpty: isNew || remark === 'none',
		exists: remark === 'exists',
		over: {
			...(isSame ? deployment : undefined),
			metadata: { labels, ...(isSame ? { annotations: { [last]: applied } } : undefined) },
			spec: {
				...(remark === 'already cordoned' ? { unschedulable: true } : undefined),
				...(remark === 'already paused' ? { paused: true } : undefined)
			}
		},
		answer: () => refusals[remark]
	};
}

const refusals: Readonly<Record<string, ReturnType<typeof refused>>> = {
	old: refused(
		409,
		'Conflict',
		'Operation cannot be fulfilled on deployments.apps "web": the object has been modified; please apply your changes to the latest version and try again'
	),
	invalid: refused(422, 'Invalid', '', {
		kind: 'Deployment',
		name: 'web',
		causes: [
			{
				field: 'spec.template.metadata.labels',
				message: 'Invalid value: {"app":"b"}: `selector` does not match template `labels`'
			}
		]
	}),
	unauthorized: refused(401, 'Unauthorized', 'Unauthorized')
};

/** What is asked about a node with one Pod, which has an owner of that kind, or none. */
function drainedNode(owner: string): (request: ApiRequest) => ApiResponse | undefined {
	const owners =
		owner === 'bare'
			? {}
			: { ownerReferences: [{ apiVersion: 'apps/v1', kind: owner, name: 'o', controller: true }] };
	const metadata = { name: '<pod>', namespace: '<ns>', ...owners };
	const found = { metadata, spec: {}, status: {} };
	return ({ method, path }) => {
		if (path === '/api/v1') return ok({ kind: 'APIResourceList', resources: [] });
		if (path.endsWith('/eviction')) return ok({ kind: 'Status', status: 'Success' }, 201);
		if (method !== 'GET' || path !== '/api/v1/pods') return undefined;
		return ok({ kind: 'PodList', apiVersion: 'v1', metadata: {}, items: [found] });
	};
}

/** A DaemonSet or a StatefulSet of which one Pod of two is not ready yet. */
const setRollout = {
	spec: { replicas: 2, updateStrategy: { type: 'RollingUpdate' } },
	status: {
		observedGeneration: 1,
		desiredNumberScheduled: 2,
		updatedNumberScheduled: 2,
		numberAvailable: 1,
		readyReplicas: 1
	}
};

/** The Deployment that a line of `rollout status` is about. */
function rolloutOf(remark: string, output: string): object {
	const replicas = 3;
	const status = { replicas, updatedReplicas: replicas, availableReplicas: replicas };
	const [, updated] = /(\d+) out of/.exec(output) ?? [];
	const [, available] = /(\d+) of/.exec(output) ?? [];
	const conditions =
		remark === 'deadline exceeded'
			? [{ type: 'Progressing', status: 'False', reason: 'ProgressDeadlineExceeded' }]
			: [];
	return {
		spec: { replicas },
		status: {
			...status,
			...(updated === undefined ? undefined : { updatedReplicas: Number(updated) }),
			...(available === undefined ? undefined : { availableReplicas: Number(available) }),
			conditions
		}
	};
}

/** The revisions of a history, or two. */
function replicaSetsOf(deployment: string, remark: string, output: string): readonly KubeObject[] {
	if (remark.startsWith('no ReplicaSets')) return [];
	const rows = [...output.matchAll(/^(\d+) +(.*)$/gm)].map(([, number = '', cause = '']) => ({
		number,
		cause
	}));
	const shown =
		rows.length > 0
			? rows
			: [
					{ number: '1', cause: '' },
					{ number: '2', cause: '' }
				];
	return shown.map(({ number, cause }) => ({
		apiVersion: 'apps/v1',
		kind: 'ReplicaSet',
		metadata: {
			name: `web-${number}`,
			annotations: {
				'deployment.kubernetes.io/revision': number,
				...(cause === '' || cause === '<none>'
					? undefined
					: { 'kubernetes.io/change-cause': cause })
			},
			ownerReferences: [
				{
					apiVersion: 'apps/v1',
					kind: 'Deployment',
					name: deployment,
					uid: `uid-${deployment}`,
					controller: true
				}
			]
		},
		spec: {
			replicas: 1,
			template: { metadata: {}, spec: { containers: [{ name: 'c', image: `web:v${number}` }] } }
		},
		status: { replicas: 1 }
	}));
}
