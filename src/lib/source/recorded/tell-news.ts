import { hopMs } from './commit-times.ts';
import type { Version } from './recorded-object.ts';
import type { Telling } from './telling.ts';
import { componentWatches, isDown, newsOf } from './watchers.ts';

/** What every watcher is sent: by etcd to the API server, and from there to all at once. */
export function tellNews(telling: Telling): void {
	for (const version of telling.versions) {
		// Events are many, and nothing that was recorded watches them; the first of what was there before is no news.
		if (version.index >= 0 && version.resource.plural !== 'events') tellVersion(telling, version);
	}
	for (const heard of telling.told.heard.values()) {
		heard.sort((a, b) => a.draft.atMs - b.draft.atMs);
	}
}

function tellVersion(telling: Telling, version: Version): void {
	const { draft, told, commits, revisions, nodes, watches, downtimes } = telling;
	const commitMs = commits.get(version)!;
	const { resource, namespace, name } = version;
	const content = {
		type: 'watch-event',
		resource: resource.plural,
		...(namespace !== undefined && { namespace }),
		name,
		revision: revisions.get(version)!
	} as const;
	const event =
		version.object === null ? 'DELETED' : version.previous === null ? 'ADDED' : 'MODIFIED';
	const message = { kind: 'message', protocol: 'watch', inferred: 'watch' } as const;
	const atMs = commitMs + hopMs;
	const toServer = draft.add(commitMs, told.writes.get(version)!, {
		...message,
		from: 'etcd',
		to: 'api-server',
		sentAtMs: commitMs,
		receivedAtMs: atMs,
		content: { ...content, event }
	});
	for (const { to, event: news } of newsOf(version, commitMs, nodes, watches)) {
		if (isDown(downtimes, to, atMs) || isDown(downtimes, 'api-server', atMs)) continue;
		const heard = draft.add(atMs, toServer, {
			...message,
			from: 'api-server',
			to,
			sentAtMs: atMs,
			receivedAtMs: atMs + hopMs,
			content: { ...content, event: news }
		});
		const list = told.heard.get(to) ?? [];
		told.heard.set(to, list);
		list.push({ draft: heard, version });
	}
}

/** The watches that the components held open when the recording began. */
export function tellWatches({ draft, nodes, requests }: Telling): void {
	let id = requests.length;
	const begin = (from: string, user: string, resource: string) => {
		id++;
		const asked = draft.add(0, null, {
			kind: 'message',
			from,
			to: 'api-server',
			sentAtMs: 0,
			receivedAtMs: hopMs,
			protocol: 'http',
			inferred: 'there-before',
			content: {
				type: 'request',
				id,
				verb: 'watch',
				method: 'GET',
				path: `/${resource}`,
				user,
				resource
			}
		});
		draft.add(hopMs, asked, {
			kind: 'transition',
			actor: `request/${id}`,
			machine: 'api-request',
			from: null,
			to: 'watching',
			event: 'ALLOWED_TO_WATCH',
			subject: resource,
			inferred: 'there-before'
		});
	};
	const shown = ['pods', 'nodes', 'deployments', 'replicasets', 'services', 'endpointslices'];
	for (const [actor, resources] of Object.entries(componentWatches)) {
		for (const resource of resources.filter((one) => shown.includes(one))) {
			begin(actor, `system:kube-${actor.replace('kube-', '')}`, resource);
		}
	}
	for (const node of nodes) {
		for (const one of ['pods', 'services']) begin(`kubelet/${node}`, `system:node:${node}`, one);
		for (const one of ['services', 'endpointslices']) {
			begin(`kube-proxy/${node}`, 'system:kube-proxy', one);
		}
	}
}
