import type { NodeVerdict } from '#lib/trace/event.ts';
import { knownAtMs, type Draft } from './story-draft.ts';
import type { Telling } from './telling.ts';

/** The scheduler's decisions: nodes and scores as it logged them, made just before it wrote what follows from them. */
export function tellScheduling(telling: Telling): void {
	const { requests, run, told, draft } = telling;
	const scores = scoresIn(run.schedulerLog);
	const misfits = misfitsIn(run.schedulerLog);
	for (const request of requests) {
		if (request.actor !== 'scheduler' || request.resource !== 'pods') continue;
		const pod = `${request.namespace}/${request.name}`;
		const sent = told.sent.get(request)!;
		const answered = told.answered.get(request);
		const news = newsOfPod(telling, pod, sent.atMs);
		if (request.subresource === 'binding') {
			const target = (request.body as { target?: { name?: string } } | undefined)?.target?.name;
			const scored = scores.get(pod) ?? (target ? [{ node: target }] : []);
			const nodes = withRefused(telling, scored, sent.atMs);
			const best = Math.max(...scored.map(({ total = 0 }) => total));
			const decision = tellCycle(telling, pod, news, sent, {
				nodes,
				winner: target ?? null,
				tied: scored.filter(({ total = 0 }) => total === best).length
			});
			if (answered) {
				draft.add(knownAtMs(answered), answered, {
					...cycle(pod),
					from: 'binding',
					to: request.code < 300 ? 'bound' : 'backingOff',
					event: request.code < 300 ? 'BOUND' : 'FAILED'
				});
			}
			sent.cause = decision;
		} else if (request.subresource === 'status' && misfits.has(pod)) {
			const message = misfits.get(pod)!;
			sent.cause = tellCycle(telling, pod, news, sent, {
				nodes: telling.nodes.map((node) => ({ node })),
				winner: null,
				tied: 0,
				message
			});
		}
	}
}

const cycle = (pod: string) =>
	({
		kind: 'transition',
		actor: `scheduling/${pod}`,
		machine: 'scheduling-cycle',
		subject: pod,
		inferred: 'scheduling'
	}) as const;

function tellCycle(
	{ draft }: Telling,
	pod: string,
	news: Draft | null,
	sent: Draft,
	found: { nodes: readonly NodeVerdict[]; winner: string | null; tied: number; message?: string }
): Draft {
	const beginMs = Math.min(sent.atMs, news ? knownAtMs(news) : sent.atMs);
	const step = (atMs: number, from: string | null, to: string, event: string) =>
		draft.add(atMs, news, { ...cycle(pod), from, to, event });
	step(beginMs, null, 'queued', 'init');
	step(beginMs, 'queued', 'filtering', 'POPPED');
	const fits = found.winner !== null;
	if (fits) step((beginMs + sent.atMs) / 2, 'filtering', 'scoring', 'SEVERAL_FIT');
	const decision = draft.add(sent.atMs, news, {
		kind: 'decision',
		actor: 'scheduler',
		decision: 'scheduling',
		pod,
		...found,
		inferred: 'scheduling'
	});
	draft.add(sent.atMs, decision, {
		...cycle(pod),
		from: fits ? 'scoring' : 'filtering',
		to: fits ? 'binding' : 'unschedulable',
		event: fits ? 'SCORED' : 'NONE_FITS'
	});
	return decision;
}

/** A node that was there and has no score was refused by a filter; which one wasn't logged. */
function withRefused(
	{ lives, commits, nodes }: Telling,
	scored: readonly NodeVerdict[],
	atMs: number
): readonly NodeVerdict[] {
	const there = new Set(
		lives.flatMap(([first]) =>
			first?.resource.plural === 'nodes' && commits.get(first)! <= atMs ? [first.name] : []
		)
	);
	return nodes
		.filter((node) => there.has(node) || scored.some((one) => one.node === node))
		.map((node) => scored.find((one) => one.node === node) ?? { node, refusedBy: 'a filter' });
}

/** The last that the scheduler heard of a Pod before it wrote. */
function newsOfPod({ told }: Telling, pod: string, untilMs: number): Draft | null {
	const heard = told.heard.get('scheduler') ?? [];
	const found = heard.findLast(
		({ draft, version }) =>
			knownAtMs(draft) <= untilMs &&
			version.resource.plural === 'pods' &&
			`${version.namespace}/${version.name}` === pod
	);
	return found?.draft ?? null;
}

/** Pod → nodes with the score that was logged last. */
function scoresIn(log: readonly string[]): ReadonlyMap<string, readonly NodeVerdict[]> {
	const scores = new Map<string, Map<string, number>>();
	for (const line of log) {
		const [, pod, node, score] =
			/final score for pod" pod="([^"]*)" node="([^"]*)" score=(\d+)/.exec(line) ?? [];
		if (pod === undefined || node === undefined) continue;
		const ofPod = scores.get(pod) ?? new Map<string, number>();
		scores.set(pod, ofPod.set(node, Number(score)));
	}
	return new Map(
		[...scores].map(([pod, nodes]) => [
			pod,
			[...nodes]
				.map(([node, total]) => ({ node, total }))
				.sort((a, b) => (a.node < b.node ? -1 : 1))
		])
	);
}

function misfitsIn(log: readonly string[]): ReadonlyMap<string, string> {
	return new Map(
		log.flatMap((line) => {
			const [, pod, message] =
				/Unable to schedule pod; no fit; waiting" pod="([^"]*)" err="(.*)"$/.exec(line) ?? [];
			return pod === undefined || message === undefined ? [] : [[pod, message] as const];
		})
	);
}
