import { bottom, right, type Box } from '../../box.ts';
import { wrapText } from '../../text-width.ts';
import type { View } from '../../view.ts';
import { insideMessage } from '../inside-message.ts';
import type { ShownNode } from './shown-node.ts';

/** The kubelet: what it does for the Pod now, and from where it has its Pods: the API server, and files. */
export function drawKubelet({ pen, locale, state }: View, box: Box, shown: ShownNode): void {
	const { node, pod, object } = shown;
	const type = pen.typeSize(1);
	const subject = `component:kubelet/${node}`;
	pen.rect('inside/kubelet', box, {
		fill: 'raised',
		stroke: 'line2',
		strokeWidth: 1.25,
		radius: 8,
		subject
	});
	const x = box.x + 10;
	const room = right(box) - 8 - x;
	let y = box.y + 18 * type;
	const title = { size: 13, weight: 600, fill: 'ink', room, subject } as const;
	pen.text('inside/kubelet/name', x, y, 'kubelet', title);
	const small = { size: 11, fill: 'ink3', room } as const;
	const worker = [...state.machines.values()].findLast(
		({ machine, actor, subject: about }) =>
			machine === 'pod-worker' && about === pod && actor.split('/')[1] === node
	);
	y += 16 * type;
	const doing = worker && worker.state !== 'finished' ? worker.state : '–';
	pen.text('inside/kubelet/does', x, y, doing, { size: 11.5, font: 'mono', fill: 'cri', room });
	y += 20 * type;
	pen.text('inside/kubelet/source', x, y, insideMessage(locale, 'inside.from-api'), small);
	y += 14 * type;
	const selector = { ...small, font: 'mono', fill: 'ink2' } as const;
	pen.text('inside/kubelet/selector', x, y, `nodeName=${node}`, selector);
	y += 20 * type;
	const files = state.nodes.get(node)?.manifests ?? [];
	pen.text('inside/kubelet/files', x, y, insideMessage(locale, 'inside.from-files'), small);
	y += 14 * type;
	pen.text('inside/kubelet/folder', x, y, '…/manifests/', selector);
	const names = files.length > 0 ? files : ['–'];
	const fits = Math.max(1, Math.floor((bottom(box) - 40 * type - y) / (14 * type)));
	for (const [i, name] of names.slice(0, fits).entries()) {
		y += 14 * type;
		const present = files.length > 0;
		pen.text(`inside/kubelet/file/${i}`, x, y, name, {
			size: 11.5,
			font: 'mono',
			weight: present ? 600 : 400,
			fill: present ? 'ink' : 'ink3',
			room
		});
	}
	if (files.length === 0 && object?.metadata.annotations?.[mirrored] === undefined) return;
	const says = insideMessage(locale, object ? 'inside.mirror' : 'inside.no-mirror');
	const lines = wrapText(says, room, { size: 11 * type, font: 'sans' }).slice(0, 2);
	lines.forEach((line, i) => {
		const base = bottom(box) - 8 - (lines.length - 1 - i) * 13 * type;
		pen.text(`inside/kubelet/mirror/${i}`, x, base, line, {
			...small,
			fill: object ? 'ink2' : 'bad'
		});
	});
}

const mirrored = 'kubernetes.io/config.mirror';
