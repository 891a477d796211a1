import type { KubeObject } from '#lib/kubernetes/object.ts';
import { eventLives, matchEvents } from './api-events.ts';
import { commandOf, commandsOf, type Command } from './commands.ts';
import { commitTimes } from './commit-times.ts';
import { happeningIn } from './happening.ts';
import { matchWrites } from './match-writes.ts';
import { versionsOf, type Version } from './recorded-object.ts';
import type { RecordedRun } from './recording.ts';
import { sentRequests, type SentRequest } from './sent-request.ts';
import { StoryDraft } from './story-draft.ts';
import { nothingTold, type Telling } from './telling.ts';
import type { CommandWatch, Downtimes } from './watchers.ts';

/** Puts together what belongs together in a run: requests, versions, commands, and who was there when. */
export function workOut(run: RecordedRun, epochMs: number): Telling {
	const nodes = nodesOf(run);
	const commands = commandsOf(run.steps);
	const requests = withCommands(sentRequests(run.requests), commands);
	const known = versionsOf(run);
	const lives = [...withNodes(known, nodes), ...eventLives(run.events, known)];
	const writers = new Map([
		...matchWrites(
			lives.filter(([first]) => first?.resource.plural !== 'events'),
			requests
		),
		...matchEvents(
			lives.filter(([first]) => first?.resource.plural === 'events'),
			requests
		)
	]);
	const commits = commitTimes(lives, writers, requests);
	const versions = lives.flat().sort((a, b) => commits.get(a)! - commits.get(b)!);
	const revisions = new Map(versions.map((version, i) => [version, i + 1]));
	return {
		draft: new StoryDraft(),
		run,
		nodes,
		commands,
		requests,
		versions,
		lives,
		before: new Map(lives.flatMap((life) => life.slice(1).map((one, i) => [one, life[i]!]))),
		writers,
		commits,
		revisions,
		stored: storedObjects(lives, commits, revisions, epochMs),
		downtimes: downtimesOf(commands),
		watches: commandWatches(requests),
		told: nothingTold()
	};
}

/** Every node that something is known of, by name. */
function nodesOf({ requests, cri, objects, schedulerLog }: RecordedRun): readonly string[] {
	const names = new Set<string>(['worker-1', 'worker-2', 'worker-3']);
	for (const { by } of requests) {
		const [component, node] = by.split(' ');
		if (node && (component === 'kubelet' || component === 'kube-proxy')) names.add(node);
	}
	for (const { node } of cri) names.add(node);
	for (const id of Object.keys(objects)) if (id.startsWith('nodes/')) names.add(id.slice(6));
	for (const line of schedulerLog) {
		const node = / node="([^"]+)"/.exec(line)?.[1];
		if (node) names.add(node);
	}
	return [...names].sort();
}

/** Nodes that were there all the time aren't in a recording. */
function withNodes(
	lives: readonly (readonly Version[])[],
	nodes: readonly string[]
): readonly (readonly Version[])[] {
	const known = new Set(
		lives.flatMap(([first]) => (first?.resource.plural === 'nodes' ? [first.name] : []))
	);
	const missing = nodes.filter((node) => !known.has(node));
	const skeletons = Object.fromEntries(missing.map((node) => [`nodes/${node}`, []]));
	const there = versionsOf({
		steps: [],
		requests: [],
		events: [],
		cri: [],
		schedulerLog: [],
		objects: Object.fromEntries(
			Object.keys(skeletons).map((id) => [
				id,
				[{ atMs: 0, type: 'MODIFIED' as const, changes: {} }]
			])
		)
	}).map((life) => life.slice(0, 1));
	return [...there, ...lives];
}

function withCommands(
	requests: readonly SentRequest[],
	commands: readonly Command[]
): readonly SentRequest[] {
	return requests.map((request) => {
		if (request.actor !== 'kubectl') return request;
		if (request.user.startsWith('system:bootstrap:')) {
			const joins = startedBefore(commands, request.atMs) ?? 'kubectl/0';
			return { ...request, actor: joins };
		}
		const command = commandOf(request, commands);
		return { ...request, actor: command?.actor ?? 'kubectl/0' };
	});
}

/** Who asks with a bootstrap token has just begun. */
function startedBefore(commands: readonly Command[], ms: number): string | undefined {
	const begun = commands.filter(({ step }) => step.atMs <= ms);
	return begun.map(({ step }) => happeningIn(step.run)).findLast((one) => one?.happens === 'starts')
		?.component;
}

function storedObjects(
	lives: readonly (readonly Version[])[],
	commits: ReadonlyMap<Version, number>,
	revisions: ReadonlyMap<Version, number>,
	epochMs: number
): ReadonlyMap<Version, KubeObject | null> {
	const stored = new Map<Version, KubeObject | null>();
	for (const life of lives) {
		let born = '';
		for (const version of life) {
			const { object, previous } = version;
			if (previous === null) {
				const atMs = epochMs + commits.get(version)!;
				born = new Date(atMs).toISOString().replace(/\.\d+Z$/, 'Z');
			}
			stored.set(
				version,
				object && {
					...object,
					metadata: {
						...object.metadata,
						creationTimestamp: born,
						resourceVersion: String(revisions.get(version))
					}
				}
			);
		}
	}
	return stored;
}

/** `(stop X)` … `(start X)`. */
function downtimesOf(commands: readonly Command[]): Downtimes {
	const downtimes = new Map<string, [number, number][]>();
	for (const { step } of commands) {
		const { happens, component } = happeningIn(step.run) ?? {};
		if (component === undefined) continue;
		const spans = downtimes.get(component) ?? [];
		downtimes.set(component, spans);
		const open = spans.at(-1);
		if (happens === 'stops') spans.push([step.atMs, Infinity]);
		else if (open) open[1] = Math.min(open[1], step.atMs);
	}
	return downtimes;
}

/** Watches that commands asked for. */
function commandWatches(requests: readonly SentRequest[]): readonly CommandWatch[] {
	return requests
		.filter(
			({ actor, verb, code }) => actor.startsWith('kubectl/') && verb === 'watch' && code < 300
		)
		.map(({ actor, resource, namespace, name, query, endMs }) => ({
			actor,
			resource,
			namespace,
			name: name ?? /metadata\.name=([^,]+)/.exec(query.fieldSelector ?? '')?.[1],
			fromMs: endMs,
			untilMs: Infinity
		}));
}
