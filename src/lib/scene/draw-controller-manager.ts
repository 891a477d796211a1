import { message } from '#lib/i18n/message.ts';
import { bisect } from '#lib/trace/bisect.ts';
import type { ClusterState } from '#lib/trace/cluster-state.ts';
import type { ReplicaSetDecision, RolloutDecision } from '#lib/trace/event.ts';
import type { Trace } from '#lib/trace/trace.ts';
import type { Box } from './box.ts';
import { drawComponent } from './draw-frame.ts';
import { drawStopped, isStopped } from './draw-stopped.ts';
import { messageNames } from './message-text.ts';
import type { View } from './view.ts';

type ControllerDecision = RolloutDecision | ReplicaSetDecision;

/** Screen time for which a decision stays lit. */
const decidedMs = 2400;

/** The controllers: what they heard last, what they worked out last, or that they have nothing to do. */
export function drawControllerManager(view: View, box: Box): void {
	const { pen, state, clock, locale, ranks, index } = view;
	if (isStopped(view, 'controller-manager')) {
		drawComponent(view, 'controller-manager', box, '10257', { ink: 'api', strength: 0 });
		return drawStopped(view, 'controller-manager', box);
	}
	const heard = state.heard.get('controller-manager');
	const isNews = heard && (view.showEverything || ranks[heard.seq] === 'story');
	const glow = heard && isNews ? clock.glow(heard.receivedAtMs, 1500) : 0;
	const decision = lastDecision(index.trace, state.count);
	const lit = decision ? clock.glow(decision.atMs, decidedMs) : 0;
	drawComponent(view, 'controller-manager', box, '10257', {
		ink: lit > 0 ? 'api' : 'watch',
		strength: Math.max(glow, lit)
	});
	const status =
		heard && glow > 0
			? message(locale, 'scene.heard', { what: messageNames(heard)[0]! })
			: message(locale, decision ? 'scene.watching-short' : 'scene.watching-idle');
	const y = box.y + box.height - 12;
	const room = box.width - 28;
	if (decision) drawDecision(view, decision, box, lit > 0);
	else
		pen.text('controller-manager/status', box.x + 14, y, status, {
			size: 11.5,
			fill: 'ink2',
			room
		});
}

/** Two lines where there is room: of what, and from how many to how many. */
function drawDecision(
	{ pen, layout, state }: View,
	decision: ControllerDecision,
	box: Box,
	isLit: boolean
): void {
	const [what, change] = inShort(decision, state);
	const { type } = layout;
	const [x, y] = [box.x + 14, box.y + box.height - 12];
	const writing = { size: 11, font: 'mono', room: box.width - 28 } as const;
	const above = y - 15 * type;
	const portBaseline = box.y + 24 + 16 * type;
	if (above - 11 * type > portBaseline - 1) {
		pen.text('controller-manager/what', x, above, what, {
			...writing,
			fill: isLit ? 'ink' : 'ink3',
			subject: `object:/registry/${what}`
		});
	}
	pen.text('controller-manager/change', x, y, change, {
		...writing,
		weight: isLit ? 600 : 400,
		fill: isLit ? 'api' : 'ink3'
	});
}

/** What changes nothing is told by the state that the rollout is in. */
function inShort(
	decision: ControllerDecision,
	{ machines }: ClusterState
): readonly [what: string, change: string] {
	if (decision.decision === 'replicas') {
		const { replicaSet, desired, current } = decision;
		return [`replicasets/${replicaSet}`, `${current} Pods, wants ${desired}`];
	}
	const { deployment, replicaSet, step, from = 0, to = 0 } = decision;
	if (replicaSet === undefined) {
		const rollout = machines.get(`rollout/${deployment}`);
		return [`deployments/${deployment}`, rollout?.state ?? step];
	}
	return [`deployments/${deployment}`, `…${replicaSet.slice(-10)} ${from} → ${to}`];
}

const known = new WeakMap<Trace, readonly ControllerDecision[]>();

/** The last decision of a controller among the first `count` events; what belongs to the cluster itself is left out. */
function lastDecision(trace: Trace, count: number): ControllerDecision | undefined {
	let decisions = known.get(trace);
	if (!decisions) {
		decisions = trace.events.filter(
			(event): event is ControllerDecision =>
				event.kind === 'decision' &&
				((event.decision === 'rollout' && !event.deployment.startsWith('kube-system/')) ||
					(event.decision === 'replicas' && !event.replicaSet.startsWith('kube-system/')))
		);
		known.set(trace, decisions);
	}
	return decisions[bisect(decisions, ({ seq }) => seq >= count) - 1];
}
