import { bottom, right, type Box } from '../../box.ts';
import { textWidth } from '../../text-width.ts';
import type { View } from '../../view.ts';
import { familiarImage } from '#lib/trace/image-name.ts';
import { insideMessage } from '../inside-message.ts';
import { nodeCallsUntil, type NodeCall } from './node-calls.ts';
import type { ShownNode } from './shown-node.ts';

const names = { cri: 'CRI', cni: 'CNI', oci: 'OCI', registry: 'HTTP' } as const;

/** The calls for a Pod, the newest below: kubelet to containerd, and in from the left what containerd does for it. */
export function drawCallList(
	{ pen, locale, index, state, clock }: View,
	box: Box,
	shown: ShownNode
): void {
	const type = pen.typeSize(1);
	const head = { size: 12, weight: 600, fill: 'ink2', room: box.width } as const;
	const title = insideMessage(locale, 'inside.calls');
	pen.text('inside/calls', box.x, box.y + 12 * type, title, head);
	const calls = nodeCallsUntil(index.trace, state.count).filter(
		({ node, pod }) => node === shown.node && pod === shown.pod
	);
	const step = 17.5 * type;
	const top = box.y + 20 * type;
	const fits = Math.max(0, Math.floor((bottom(box) - top) / step));
	const shownCalls = calls.slice(-fits);
	shownCalls.forEach((call, i) => {
		const y = top + (i + 0.75) * step;
		const key = `inside/call/${call.seq}`;
		const subject = `message:${call.seq}`;
		const under = call.protocol === 'cri' ? 0 : 14 * type;
		const running = call.endedAtMs > clock.nowMs;
		if (running) {
			const lit = { x: box.x - 6, y: y - 12.5 * type, width: box.width + 10, height: step - 1 };
			pen.rect(`${key}/now`, lit, { fill: 'cri-tint', radius: 5 });
		}
		const tag = names[call.protocol];
		const x = box.x + under;
		pen.text(`${key}/protocol`, x, y, tag, { size: 11, font: 'mono', fill: 'cri', subject });
		const took = box.width < 170 * type ? '' : tookText(call, running);
		const tookWidth = textWidth(took, { size: 11 * type, font: 'mono' });
		const methodX = x + textWidth(tag, { size: 11 * type, font: 'mono' }) + 8 * type;
		pen.text(`${key}/method`, methodX, y, methodText(call), {
			size: 12,
			leastSize: 11,
			font: 'mono',
			weight: running ? 600 : 400,
			fill: call.error ? 'bad' : 'ink',
			room: right(box) - tookWidth - 8 - methodX,
			subject
		});
		const style = {
			size: 11,
			font: 'mono',
			fill: call.error ? 'bad' : 'ink3',
			anchor: 'end'
		} as const;
		pen.text(`${key}/took`, right(box), y, took, style);
	});
	if (calls.length > 0) return;
	const none = insideMessage(locale, 'inside.no-calls');
	pen.text('inside/no-calls', box.x, top + 12 * type, none, {
		size: 12,
		fill: 'ink3',
		room: box.width
	});
}

function methodText({ method, argument, protocol }: NodeCall): string {
	if (protocol === 'registry') return 'GET manifest';
	const about = method === 'PullImage' ? familiarImage(argument) : argument.split(',')[0];
	return about ? `${method} ${about}` : method;
}

function tookText({ atMs, endedAtMs, error }: NodeCall, running: boolean): string {
	if (running) return '…';
	return error === undefined ? `${Math.round(endedAtMs - atMs)} ms` : '✕';
}
