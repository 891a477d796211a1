import type { HttpMethod } from '#lib/kubernetes/api-client.ts';
import type { KubeObject, Status } from '#lib/kubernetes/object.ts';
import { isStatus } from '#lib/kubernetes/status.ts';
import { compared } from '../outcome.ts';
import type { CaseRunner, Table } from '../table.ts';
import { withWords } from './server-text.ts';
import { ServerWorld } from './server-world.ts';

interface AccessInput {
	readonly user: string;
	readonly groups?: readonly string[];
	readonly method: HttpMethod;
	readonly path: string;
	readonly query?: string;
	readonly contentType?: string;
	readonly body?: unknown;
}

type Plain = Readonly<Record<string, unknown>>;

const worlds = new WeakMap<Table, ServerWorld>();

/** A request as someone, against roles and bindings; the world is made once and only asked what doesn't change it. */
export const serverAccess: CaseRunner = ({ input, expected }, table) => {
	const { user, groups, method, path, query, contentType, body } = input as AccessInput;
	const changes = method !== 'GET' && !query?.includes('dryRun=All');
	const world = changes ? accessWorld(table!) : sharedWorld(table!);
	const answer = world.ask({
		method,
		path,
		impersonate: { user, ...(groups && { groups }) },
		...(query !== undefined && { query: Object.fromEntries(new URLSearchParams(query)) }),
		...(contentType !== undefined && { contentType }),
		...(body !== undefined && { body })
	});
	const got: Record<string, unknown> = { allowed: answer.code !== 403, code: answer.code };
	const wanted = expected as Plain;
	if ('text' in wanted) got['text'] = (answer.body as KubeObject)['text'];
	else if (isStatus(answer.body) && answer.body.status === 'Failure') {
		const { reason, message, details } = withWords<Status>(answer.body);
		Object.assign(got, { reason, message, causes: details?.causes });
	} else if ('status' in wanted) got['status'] = sorted((answer.body as KubeObject)['status']);
	return compared(wanted, got);
};

function accessWorld(table: Table): ServerWorld {
	const world = new ServerWorld();
	for (const object of (table.world ?? []) as readonly KubeObject[]) world.create(object);
	return world;
}

function sharedWorld(table: Table): ServerWorld {
	let world = worlds.get(table);
	if (world === undefined) worlds.set(table, (world = accessWorld(table)));
	return world;
}

/** The rules of a review in the order of their text. */
function sorted(status: unknown): unknown {
	const plain = status as Plain;
	const ordered = (rules: unknown): unknown =>
		[...(rules as readonly object[])].sort((a, b) =>
			JSON.stringify(a) < JSON.stringify(b) ? -1 : 1
		);
	return {
		...plain,
		...('resourceRules' in plain && { resourceRules: ordered(plain['resourceRules']) }),
		...('nonResourceRules' in plain && { nonResourceRules: ordered(plain['nonResourceRules']) })
	};
}
