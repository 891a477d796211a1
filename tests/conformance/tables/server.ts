import { ApiServer } from '#lib/cluster/api-server/api-server.ts';
import { Etcd } from '#lib/cluster/etcd/etcd.ts';
import { Kernel } from '#lib/cluster/kernel/kernel.ts';
import type { ApiResponse } from '#lib/kubernetes/api-client.ts';
import type { KubeObject, Status } from '#lib/kubernetes/object.ts';
import { collectionPath, resourceOfKind } from '#lib/kubernetes/resources.ts';
import { compared, skipped } from '../outcome.ts';
import type { CaseRunner, TableRunners } from '../table.ts';

interface ServerInput {
	readonly path: string;
	readonly object: KubeObject;
	readonly setup?: readonly KubeObject[];
}

interface Refusal {
	readonly code: number;
	readonly reason?: string;
	readonly message?: string;
	readonly causes?: unknown;
}

const namespaces = ['s-lab', 's-two', 's-limits', 's-quota', 's-gone'];
const admin = {
	type: 'certificate',
	commonName: 'kubernetes-admin',
	organizations: ['system:masters']
} as const;
/** Longer than any request takes. */
const answeredMs = 5000;

/** An API server in the world of these tables, and what it answers to a POST. */
class World {
	private readonly kernel = new Kernel(1, Date.parse('2026-01-02T03:04:05Z'));
	private readonly server = new ApiServer(this.kernel, new Etcd());

	constructor() {
		for (const name of namespaces) {
			const gone = name === 's-gone';
			this.server.seed('namespaces', {
				kind: 'Namespace',
				apiVersion: 'v1',
				metadata: { name, ...(gone ? { deletionTimestamp: '2026-01-02T03:04:00Z' } : {}) },
				spec: { finalizers: ['kubernetes'] },
				status: { phase: gone ? 'Terminating' : 'Active' }
			});
			const account = { name: 'default', namespace: name };
			this.server.seed('serviceaccounts', {
				kind: 'ServiceAccount',
				apiVersion: 'v1',
				metadata: account
			});
		}
		for (const name of ['worker-1', 'worker-2', 'worker-3']) {
			const node = { kind: 'Node', apiVersion: 'v1', metadata: { name }, spec: {}, status: {} };
			this.server.seed('nodes', node);
		}
	}

	post(path: string, body: unknown): ApiResponse {
		const answers: ApiResponse[] = [];
		const client = this.server.clientFor('kubectl/1', admin);
		client.request({ method: 'POST', path, body }, (response) => answers.push(response));
		this.kernel.runUntil(this.kernel.nowMs + answeredMs);
		const [answer] = answers;
		if (!answer) throw new Error('no answer');
		return answer;
	}
}

/** `{"$repeat": "x", "times": 300}` is a long text. */
function expanded(value: unknown): unknown {
	if (Array.isArray(value)) return value.map(expanded);
	if (typeof value !== 'object' || value === null) return value;
	const { $repeat: text, times } = value as { $repeat?: string; times?: number };
	if (text !== undefined) return text.repeat(times ?? 0);
	return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, expanded(inner)]));
}

function posted(
	judge: (expected: never, answer: ApiResponse) => ReturnType<CaseRunner>
): CaseRunner {
	return ({ input, expected }) => {
		const { path, object, setup = [] } = expanded(input) as ServerInput;
		for (const { apiVersion, kind } of [object, ...setup]) {
			if (!resourceOfKind(apiVersion, kind)) return skipped(`there is no ${kind} yet`);
		}
		const world = new World();
		const namespace = /\/namespaces\/([^/]+)\//.exec(path)?.[1];
		for (const made of setup) {
			const resource = resourceOfKind(made.apiVersion, made.kind);
			if (resource)
				world.post(collectionPath(resource, made.metadata.namespace ?? namespace), made);
		}
		return judge(expanded(expected) as never, world.post(path, object));
	};
}

const suffixes: readonly (readonly [RegExp, string])[] = [
	[/kube-api-access-[a-z0-9]{5}/g, 'kube-api-access-<suffix>'],
	[/\b2026-01-02T03:04:\d\dZ/g, '<time>']
];

/** As the tables have it: without what the server makes, generated names replaced. */
function normalized(object: KubeObject): unknown {
	const { uid, creationTimestamp, resourceVersion, managedFields, ...metadata } =
		object.metadata as KubeObject['metadata'] & { managedFields?: unknown };
	void [uid, creationTimestamp, resourceVersion, managedFields];
	let text = JSON.stringify({ ...object, metadata });
	for (const [pattern, word] of suffixes) text = text.replaceAll(pattern, word);
	const base = metadata.generateName;
	if (base) text = text.replaceAll(new RegExp(`${base}[a-z0-9]{5}\\b`, 'g'), `${base}<suffix>`);
	return JSON.parse(text);
}

export const serverTables: TableRunners = {
	'server-validation': posted((expected: Refusal, { code, body }) => {
		if (code < 300) return compared({ code: expected.code }, { code });
		const { reason, message, details } = body as Status;
		const { causes } = details ?? {};
		const plain = (text?: string) => text?.replaceAll(/Bad_[a-z0-9]{5}\b/g, 'Bad_<suffix>');
		return compared(
			{ ...expected, warnings: undefined },
			{
				code,
				reason,
				message: plain(message),
				causes: causes?.map((cause) => ({ ...cause, message: plain(cause.message) }))
			}
		);
	}),
	'server-defaults': posted((expected: { object: unknown }, { code, body }) =>
		compared(expected.object, code < 300 ? normalized(body as KubeObject) : body)
	)
};
