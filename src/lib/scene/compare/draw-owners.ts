import { message } from '#lib/i18n/message.ts';
import type { Deployment } from '#lib/kubernetes/deployment.ts';
import type { ReplicaSet } from '#lib/kubernetes/replica-set.ts';
import { right, type Box } from '../box.ts';
import { drawSpinePattern } from '../draw-spine-pattern.ts';
import { versionOf } from '../owner-version.ts';
import { textWidth, wrapText } from '../text-width.ts';
import { versionInk } from '../version-ink.ts';
import { shownReplicaSets } from './deployments.ts';
import { rolloutStep } from './rollout-step.ts';
import type { SideView } from './side-view.ts';

const mostSets = 3;

/** A Deployment, the ReplicaSets that it makes trade Pods, and how it worked out the last step. */
export function drawOwners(view: SideView, box: Box, deployment: Deployment): void {
	const wide = box.width > 440;
	const large = wide && view.layout.type > 1;
	const card = { ...box, width: large ? 194 : 150 };
	drawDeployment(view, card, deployment);
	const sets = shownReplicaSets(view.state, deployment).slice(-mostSets);
	const gap = wide && !large ? 30 : 18;
	const width = large ? 172 : wide ? 190 : Math.min(170, box.width - card.width - gap);
	const rowGap = sets.length > 2 ? 3 : 6;
	const height = (box.height - (Math.max(2, sets.length) - 1) * rowGap) / Math.max(2, sets.length);
	sets.forEach((set, i) => {
		const row = { x: right(card) + gap, y: box.y + i * (height + rowGap), width, height };
		drawBranch(view, card, row, set.metadata.uid ?? '');
		drawReplicaSet(view, row, set, deployment);
	});
	const x = right(card) + gap + width + 18;
	if (right(box) - x > 110) drawStep(view, { ...box, x, width: right(box) - x });
}

function drawDeployment(
	{ pen, locale, state, layout }: SideView,
	box: Box,
	deployment: Deployment
): void {
	const { name = '', namespace } = deployment.metadata;
	const subject = `object:/registry/deployments/${namespace}/${name}`;
	pen.rect('deployment', box, {
		fill: 'surface',
		stroke: 'line2',
		strokeWidth: 1.25,
		radius: 8,
		subject
	});
	const room = box.width - 24;
	pen.text(
		'deployment/name',
		box.x + 12,
		box.y + 23,
		message(locale, 'compare.deployment', { name }),
		{
			size: 13,
			leastSize: 11,
			weight: 600,
			fill: 'ink',
			room,
			subject
		}
	);
	const machine = state.machines.get(`rollout/${namespace}/${name}`);
	if (!machine) return;
	pen.text('deployment/state', box.x + 12, box.y + 43, machine.state, {
		size: 12,
		leastSize: box.width > 150 ? 11 : 11 / layout.type,
		font: 'mono',
		weight: 600,
		fill: 'api',
		room,
		subject
	});
}

function drawBranch({ pen }: SideView, from: Box, to: Box, uid: string): void {
	const start = { x: right(from), y: from.y + from.height / 2 };
	const end = { x: to.x, y: to.y + to.height / 2 };
	const middle = (start.x + end.x) / 2;
	pen.path(
		`replicaset/${uid}/branch`,
		['M', start.x, start.y, 'C', middle, start.y, middle, end.y, end.x, end.y],
		{ stroke: 'line2', strokeWidth: 1.25 }
	);
}

function drawReplicaSet(view: SideView, box: Box, set: ReplicaSet, deployment: Deployment): void {
	const { pen, index, locale, layout } = view;
	const { name = '', namespace, uid = '' } = set.metadata;
	const key = `replicaset/${uid}`;
	const subject = `object:/registry/replicasets/${namespace}/${name}`;
	const version = versionOf(index.trace, uid);
	const ink = versionInk(version, 'line2');
	pen.rect(key, box, { fill: 'surface', stroke: ink, strokeWidth: 1.75, radius: 7, subject });
	pen.rect(`${key}/spine`, { ...box, width: 11 }, { fill: ink, radius: 4, subject });
	drawSpinePattern(pen, key, { ...box, width: 11 }, version);
	const baseline = box.y + box.height / 2 + 4.2 * layout.type;
	const count = message(locale, 'compare.ready', {
		ready: set.status.readyReplicas ?? 0,
		desired: set.spec.replicas ?? 1
	});
	const countRoom = 58 * layout.type;
	const room = box.width - 30 - countRoom;
	const style = { font: 'mono', weight: 600 } as const;
	const hash = name.replace(`${deployment.metadata.name}-`, '');
	// The end of a hash tells versions apart as well as all of it.
	const text =
		[name, `…${hash}`].find(
			(each) => textWidth(each, { ...style, size: pen.typeSize(12) }) <= room
		) ?? `…${hash.slice(-6)}`;
	pen.text(`${key}/name`, box.x + 20, baseline, text, {
		size: 12,
		leastSize: 11,
		...style,
		fill: 'ink',
		room,
		subject
	});
	pen.text(`${key}/count`, right(box) - 10, baseline, count, {
		size: 12,
		fill: 'ink2',
		anchor: 'end',
		room: countRoom,
		subject
	});
}

/** The arithmetic of the last step, as long as it is news. */
function drawStep(view: SideView, box: Box): void {
	const { pen, locale, clock, index } = view;
	const step = rolloutStep(index.trace, clock.nowMs);
	if (!step) return;
	const size = 12;
	const style = { size: pen.typeSize(size), font: 'sans' } as const;
	const lineHeight = 17 * view.layout.type;
	const lines = wrapText(step.text(locale), box.width, style);
	// Half of a sentence would say something else.
	if (lines.length > Math.floor((box.height + 4) / lineHeight)) return;
	const fresh = clock.glow(step.decision.atMs, 2500) > 0;
	lines.forEach((line, i) => {
		const y = box.y + 14 + i * lineHeight;
		pen.text(`step/${i}`, box.x, y, line, {
			size,
			fill: fresh ? 'ink' : 'ink3',
			room: box.width
		});
	});
}
