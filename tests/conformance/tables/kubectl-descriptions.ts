import type { KubeObject } from '#lib/kubernetes/object.ts';
import { typeLine } from '#lib/kubectl/testing/typed-line.ts';
import { compared, failed, passed, skipped } from '../outcome.ts';
import type { CaseRunner } from '../table.ts';
import { scriptedServer } from '#lib/kubectl/testing/scripted-server.ts';

const owner = { apiVersion: 'apps/v1', kind: 'ReplicaSet', name: 'o', uid: 'o', controller: true };
const conditions = [{ type: 'Ready', status: 'True', reason: 'Fine', message: '' }];

/** An object of each kind with as much in it as can be. */
const full: Readonly<Record<string, object>> = {
	pod: {
		metadata: { ownerReferences: [owner] },
		spec: {
			priority: 1,
			priorityClassName: 'high',
			serviceAccountName: 'default',
			initContainers: [{ name: 'i', image: 'i' }],
			readinessGates: [{ conditionType: 'x' }]
		},
		status: {
			phase: 'Failed',
			reason: 'Why',
			message: 'Because',
			startTime: '2026-01-05T09:00:00Z',
			conditions
		}
	},
	deployment: {
		spec: {
			strategy: { type: 'RollingUpdate', rollingUpdate: { maxSurge: 1, maxUnavailable: 0 } }
		},
		status: { conditions }
	},
	replicaset: { metadata: { ownerReferences: [owner] }, status: { replicas: 1, conditions } },
	service: { status: {} },
	node: {
		spec: { podCIDR: '10.0.0.0/24', podCIDRs: ['10.0.0.0/24'] },
		status: { conditions, capacity: { cpu: '2' }, allocatable: { cpu: '2' } }
	}
};

function describe(kind: string, over: object): string {
	const replicaSets: readonly KubeObject[] = [
		{
			apiVersion: 'apps/v1',
			kind: 'ReplicaSet',
			metadata: {
				name: 'web-abc',
				ownerReferences: [{ ...owner, kind: 'Deployment', name: 'web', uid: 'uid-web' }]
			},
			spec: { replicas: 3, template: { metadata: {}, spec: { containers: [] } } },
			status: { replicas: 3 }
		}
	];
	return typeLine(`kubectl describe ${kind} web`, { answer: scriptedServer({ over, replicaSets }) })
		.stdout;
}

/** The titles of a description, in order: each stands in the table, in the same order; some need not be there. */
export const runDescribeSections: CaseRunner = ({ input, expected }) => {
	const kind = input as string;
	const lines = expected as readonly string[];
	if (kind === 'events header') return compared(lines, eventsHeader());
	const over = full[kind];
	if (over === undefined) return skipped(`nothing describes a ${kind} yet`);
	const sections = lines.map((line) => ({
		title: line.split(/[:(]/)[0]!.trim(),
		isOptional: /\bif /.test(line)
	}));
	const titles = describe(kind, over)
		.split('\n')
		.flatMap((line) => /^([A-Z][^:]*):/.exec(line)?.[1] ?? []);
	const due = sections.filter(({ title, isOptional }) => !isOptional || titles.includes(title));
	const wanted = due.map(({ title }) => title);
	return compared(wanted, titles);
};

function eventsHeader(): readonly string[] {
	const event = {
		kind: 'Event',
		apiVersion: 'v1',
		metadata: { name: 'e' },
		involvedObject: {},
		type: '',
		reason: ''
	};
	const usual = scriptedServer({});
	const { stdout } = typeLine('kubectl describe pod web', {
		answer: (request) =>
			request.path.endsWith('/events')
				? { code: 200, body: { kind: 'EventList', apiVersion: 'v1', metadata: {}, items: [event] } }
				: usual(request)
	});
	return stdout
		.split('\n')
		.slice(stdout.split('\n').indexOf('Events:'))
		.slice(0, 3)
		.map((line) => line.trimEnd().replaceAll(/(?<=\S) {2,}/g, '  '));
}

/** `web-abc (3/3 replicas created)`. */
export const runReplicaSetText: CaseRunner = ({ input, expected }) => {
	const { name, statusReplicas, specReplicas } = input as {
		readonly name: string;
		readonly statusReplicas: number;
		readonly specReplicas: number;
	};
	if (name !== 'web-abc' || statusReplicas !== 3 || specReplicas !== 3) {
		return skipped('another ReplicaSet than the one described');
	}
	const text = describe('deployment', full.deployment!);
	return text.includes(String(expected)) ? passed : failed(expected, text);
};

/** The lines of a container's state. */
export const runStateLines: CaseRunner = ({ input, expected }) => {
	const [state = ''] = Object.keys(input as object);
	const facts = {
		reason: 'Error',
		message: 'm',
		exitCode: 1,
		signal: 9,
		startedAt: '2026-01-05T09:00:00Z',
		finishedAt: '2026-01-05T09:00:01Z'
	};
	const containerStatuses = [{ name: 'nginx', state: { [state]: facts }, ready: false }];
	const lines = describe('pod', { status: { containerStatuses } }).split('\n');
	const first = lines.findIndex((line) => line.trimStart().startsWith('State:'));
	const titles = lines
		.slice(first, first + (expected as readonly string[]).length)
		.map((line) => /^ +([A-Z][^:]*:)/.exec(line)?.[1] ?? '');
	const wanted = (expected as readonly string[]).map((line) => /([A-Z][^:]*:)/.exec(line)![1]);
	return compared(wanted, titles);
};
