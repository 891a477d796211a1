import type { Scenario, Step } from '#lib/source/scenario.ts';
import { simulate } from '#lib/source/simulate.ts';
import type { TraceEvent } from '#lib/trace/event.ts';
import type { Trace } from '#lib/trace/trace.ts';
import { failed, type Outcome, passed, skipped } from '../outcome.ts';
import type { CaseRunner, TableRunners } from '../table.ts';

/** Something that goes from one component to another. */
interface Move {
	readonly from: string;
	readonly to: string;
	readonly verb: string;
	readonly resource: string;
	readonly subresource: string | null;
}

interface Input {
	readonly command: string;
	readonly given: string;
}

/** When the command is given, ms: what was there before has settled. */
const commandMs = 12_000;
const untilMs = 60_000;
const absent = /node-lifecycle|taint-eviction|statefulset|daemonset|job|horizontal|persistent/;

/** What was there, and the command, with images that there are. */
function scenarioOf({ command, given }: Input): Scenario {
	const isTooBig = given.includes('node with') && command.includes('larger than any node');
	const resources = { requests: { cpu: '64' } };
	const overrides = JSON.stringify({
		spec: { containers: [{ name: 'big', image: 'web:v1', resources }] }
	});
	const typed = isTooBig
		? `kubectl run big --image=web:v1 --overrides='${overrides}'`
		: command
				.replaceAll('nginx:1.27', 'web:v2')
				.replaceAll('nosuch:1', 'web:nope')
				.replaceAll(/--image=nginx\S*/g, '--image=web:v1');
	const before: Step[] = [];
	if (/Deployment web/.test(given)) {
		before.push({ atMs: 0, run: 'kubectl apply -f web.json' });
		if (given.includes('Service')) {
			before.push({ atMs: 100, run: 'kubectl expose deployment web --port=80' });
		}
	}
	if (/\bpod\b/i.test(given) && !/Deployment/.test(given)) {
		before.push({ atMs: 0, run: 'kubectl run nginx --image=web:v1' });
	}
	return {
		seed: 1,
		nodes: [{ name: 'worker-1', cpu: '2', memory: '8Gi' }],
		files: { 'web.json': deployment(given) },
		steps: [...before, { atMs: commandMs, run: typed }],
		untilMs
	};
}

function deployment(given: string): string {
	const labels = { app: 'web' };
	const containers = [{ name: 'nginx', image: 'web:v1', ports: [{ containerPort: 80 }] }];
	return JSON.stringify({
		apiVersion: 'apps/v1',
		kind: 'Deployment',
		metadata: { name: 'web', labels },
		spec: {
			replicas: Number(/(\d+) (?:ready )?(?:replicas|pods)/.exec(given)?.[1] ?? 1),
			selector: { matchLabels: labels },
			strategy: { type: given.includes('Recreate') ? 'Recreate' : 'RollingUpdate' },
			template: { metadata: { labels }, spec: { containers } }
		}
	});
}

const account = /^system:serviceaccount:kube-system:(.+)$/;

/** A message after the command as the tables have it. */
function moveOf(event: TraceEvent): Move | undefined {
	if (event.kind !== 'message') return undefined;
	const { content, from } = event;
	const component = from.split('/')[0]!;
	if (content.type === 'request') {
		const { method, resource, subresource = null, user } = content;
		const by = account.exec(user)?.[1]?.replace(/^endpoint-/, 'endpoints-') ?? component;
		return { from: by, to: 'apiserver', verb: method, resource, subresource };
	}
	if (content.type !== 'call' || event.protocol !== 'cri') return undefined;
	const to = 'container runtime';
	return { from: component, to, verb: `CRI ${content.method}`, resource: '-', subresource: null };
}

function movesOf({ header, events }: Trace): readonly Move[] {
	return events.flatMap((event) =>
		event.atMs < header.startMs + commandMs ? [] : (moveOf(event) ?? [])
	);
}

/** Events are sent beside the real work, in an order of their own. */
function lineOf({ from, resource }: Move): string {
	return resource === 'events' ? `${from} (Events)` : from;
}

function textOf({ verb, resource, subresource }: Move): string {
	return [verb, resource, subresource ?? ''].join(' ').trim();
}

const sequence: CaseRunner = ({ input, expected }) => {
	const { command } = input as Input;
	const { steps } = expected as { steps: readonly Move[] };
	if (command.startsWith('(')) return skipped('nothing can be broken yet');
	const stranger = steps.find(({ from }) => absent.test(from));
	if (stranger !== undefined) return skipped(`there is no ${stranger.from} yet`);
	const wanted = steps.filter(
		({ from, to, verb }) => from !== 'apiserver' && from !== to && !verb.startsWith('WATCH')
	);
	const got = movesOf(simulate(scenarioOf(input as Input)));
	for (const line of new Set(wanted.map(lineOf))) {
		const outcome = inOrder(line, wanted, got);
		if (outcome !== passed) return outcome;
	}
	return passed;
};

/** Whether one component's steps are among what it did, in that order. */
function inOrder(line: string, wanted: readonly Move[], got: readonly Move[]): Outcome {
	const done = got.filter((move) => lineOf(move) === line).map(textOf);
	let place = -1;
	for (const move of wanted.filter((each) => lineOf(each) === line)) {
		place = done.indexOf(textOf(move), place + 1);
		if (place < 0) return failed(`${line}: ${textOf(move)}`, done);
	}
	return passed;
}

export const eventSequenceTables: TableRunners = { 'event-sequences': sequence };
