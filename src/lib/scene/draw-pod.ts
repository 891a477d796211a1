import { message } from '#lib/i18n/message.ts';
import type { Pod } from '#lib/kubernetes/pod.ts';
import type { PullState, SandboxState } from '#lib/trace/cluster-state.ts';
import { familiarImage } from '#lib/trace/image-name.ts';
import { bottom, right, type Box } from './box.ts';
import { drawContainers } from './draw-containers.ts';
import { drawStateShape } from './draw-state-shape.ts';
import type { Ink } from './mark.ts';
import { drawOwnerFrame, drawPodCard } from './draw-pod-card.ts';
import { drawInsidePod } from './inside-pod.ts';
import { opened } from './opened.ts';
import type { PodSize } from './pod-grid.ts';
import { podState, type PodState } from './pod-state.ts';
import type { Slot } from './slots.ts';
import type { PartView } from './view.ts';

/** A Pod on a node: what the API has of it and what really runs, either of which may be missing. */
export interface PodOnNode {
	readonly slot: Slot;
	readonly pod: Pod | null;
	readonly sandbox: SandboxState | null;
	readonly pull: PullState | null;
	/** The pattern of its owner: 0 none, else in order of appearance. */
	readonly version: number;
	/** 0 to 1: grows in and fades where it stood. */
	readonly presence: number;
}

export function drawPod(view: PartView, cell: Box, size: PodSize, shown: PodOnNode): void {
	const { slot, pod, sandbox, presence } = shown;
	const state = podState(pod, sandbox);
	const key = `pod/${slot.node}/${slot.pod}/${slot.bornAtMs}`;
	const subject = `object:/registry/pods/${slot.pod}`;
	if (size === 'dot') {
		const side = Math.min(cell.width, cell.height);
		const r = side * (shown.version > 0 ? 0.28 : 0.34);
		if (shown.version > 0) drawOwnerFrame(view, key, cell, side, shown);
		return drawStateShape(
			view.pen,
			key,
			cell.x + cell.width / 2,
			cell.y + cell.height / 2,
			r,
			state.shape
		);
	}
	const height = size === 'short' ? cell.height : 56;
	const box = { ...cell, height };
	drawPodCard(view, key, subject, box, shown, state);
	const scale = opened(view, box);
	if (scale) return drawInsidePod(view, key, box, shown, state, scale);
	if (size === 'short') drawShort(view, key, subject, box, shown, state);
	else drawFull(view, key, subject, box, shown, state);
	if (size === 'noted' && presence === 1) drawNote(view, key, box, shown, state);
}

function drawFull(
	view: PartView,
	key: string,
	subject: string,
	box: Box,
	shown: PodOnNode,
	state: PodState
): void {
	const { pen, layout } = view;
	const { slot, sandbox, pull, presence: opacity } = shown;
	const ip = sandbox?.ip ?? null;
	const left = box.x + 22;
	const end = right(box) - 8;
	// A recording has no addresses.
	const ipText = ip?.includes('.') ? `.${ip.split('.').slice(2).join('.')}` : '';
	const ipRoom = ipText ? ipText.length * 6.7 * layout.type + 6 : 0;
	const name = shownName(slot.pod);
	pen.text(
		`${key}/name`,
		left,
		box.y + 22,
		shortName(name, end - left - ipRoom, 7.8 * layout.type),
		{
			size: 13,
			font: 'mono',
			weight: 600,
			fill: 'ink',
			room: end - left - ipRoom,
			opacity,
			subject
		}
	);
	if (ipText) {
		pen.text(`${key}/ip`, end, box.y + 22, ipText, {
			size: 11,
			font: 'mono',
			fill: 'ink3',
			anchor: 'end',
			opacity,
			subject
		});
	}
	const stateY = box.y + 39;
	drawStateShape(pen, `${key}/state`, left + 5, stateY, 4.75, state.shape);
	const dots = drawContainers(view, `${key}/containers`, { x: end, y: stateY }, shown);
	const word = state.word || message(view.locale, 'scene.only-on-node');
	pen.text(`${key}/word`, left + 14, stateY + 4 * layout.type, word, {
		size: 11.5,
		fill: 'ink2',
		room: end - left - 14 - dots,
		opacity,
		subject
	});
	if (pull) drawPull(view, key, box, pull);
}

/** Of the cluster's own Pods it matters what they are, not which. */
function shownName(pod: string): string {
	const [namespace, name = pod] = pod.split('/');
	return namespace === 'kube-system' ? name.replace(/-[a-z0-9]{5,10}-[a-z0-9]{5}$/, '') : name;
}

/** A generated name keeps its end, which tells it from its siblings. */
function shortName(name: string, room: number, advance: number): string {
	const fits = Math.floor(room / advance);
	// In a recording a number stands for it.
	if (name.length <= fits || !/-(?:[a-z0-9]{5}|<\d+>)$/.test(name)) return name;
	// The part that tells it from its siblings stands alone where there is room for nothing else.
	const own = name.slice(name.lastIndexOf('-') + 1);
	if (fits < 7) return own.length <= fits + 1 ? own : name;
	return name.includes('-') ? `…${name.slice(-(fits - 1))}` : name;
}

function drawShort(
	view: PartView,
	key: string,
	subject: string,
	box: Box,
	shown: PodOnNode,
	state: PodState
): void {
	const { pen, layout } = view;
	const y = box.y + box.height / 2;
	const name = shownName(shown.slot.pod);
	const room = box.width - 46;
	drawStateShape(pen, `${key}/state`, box.x + 25, y, 4.25, state.shape);
	pen.text(`${key}/name`, box.x + 35, y + 4, shortName(name, room, 7 * layout.type), {
		size: 11.5,
		leastSize: 11 / layout.type,
		font: 'mono',
		weight: 600,
		fill: 'ink',
		room,
		opacity: shown.presence,
		subject
	});
}

/** Progress of a pull along the foot of the card. */
function drawPull({ pen, clock }: PartView, key: string, box: Box, pull: PullState): void {
	const share = (clock.nowMs - pull.startedAtMs) / Math.max(1, pull.endsAtMs - pull.startedAtMs);
	const track = { x: box.x + 22, y: bottom(box) - 6, width: box.width - 31, height: 3 };
	pen.rect(`${key}/pull/track`, track, { fill: 'line', radius: 1.5 });
	const width = track.width * Math.min(1, Math.max(0, share));
	pen.rect(`${key}/pull`, { ...track, width }, { fill: 'cri', radius: 1.5 });
}

function drawNote(view: PartView, key: string, box: Box, shown: PodOnNode, state: PodState): void {
	const { pen, layout } = view;
	const note = noteOf(view, shown, state);
	if (!note) return;
	const y = bottom(box) + 5 + 11 * layout.type;
	pen.text(`${key}/note`, box.x + 2, y, note.text, {
		size: 11,
		fill: note.ink,
		room: box.width + 6
	});
}

function noteOf(
	{ clock, locale }: PartView,
	shown: PodOnNode,
	state: PodState
): { text: string; ink: Ink } | null {
	const { pull, sandbox, pod } = shown;
	if (pull) {
		const share = Math.min(
			1,
			(clock.nowMs - pull.startedAtMs) / Math.max(1, pull.endsAtMs - pull.startedAtMs)
		);
		const [done, all] = [pull.sizeBytes * share, pull.sizeBytes].map((bytes) =>
			(bytes / 1e6).toFixed(1)
		);
		return {
			text: message(locale, 'scene.pulling', {
				image: familiarImage(pull.image),
				done: done!,
				all: all!
			}),
			ink: 'cri'
		};
	}
	if (!sandbox)
		return {
			text: message(locale, pod?.spec.nodeName ? 'scene.bound-place' : 'scene.place'),
			ink: 'ink3'
		};
	if (sandbox.ip === null && sandbox.stoppedAtMs === null)
		return { text: message(locale, 'scene.sandbox-without-ip'), ink: 'ink3' };
	const signal = sandbox.containers.find((one) => one.signal && one.state === 'running')?.signal;
	if (signal) return { text: message(locale, 'scene.signalled', { signal }), ink: 'bad' };
	if (sandbox.containers.some((one) => one.state === 'running') && state.shape === 'creating') {
		return { text: message(locale, 'scene.runs-untold'), ink: 'ink3' };
	}
	return null;
}
