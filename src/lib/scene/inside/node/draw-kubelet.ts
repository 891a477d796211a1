import { bottom, right, type Box } from '../../box.ts';
import type { Ink } from '../../mark.ts';
import { wrapText } from '../../text-width.ts';
import type { View } from '../../view.ts';
import { insideMessage } from '../inside-message.ts';
import type { ShownNode } from './shown-node.ts';

const mirrored = 'kubernetes.io/config.mirror';
const mirrorLine = 13;

interface Line {
	readonly id: string;
	readonly text: string;
	readonly fill: Ink;
	readonly font?: 'mono';
	readonly weight?: 600;
	/** From the line before to this, at nominal size. */
	readonly step: number;
	/** Left out first where there is little room. */
	readonly isMinor?: true;
}

/** The kubelet: what it does for the Pod now, and from where it has its Pods: the API server, and files. */
export function drawKubelet(view: View, box: Box, shown: ShownNode): void {
	const { pen } = view;
	const type = pen.typeSize(1);
	const subject = `component:kubelet/${shown.node}`;
	const frame = { fill: 'raised', stroke: 'line2', strokeWidth: 1.25, radius: 8 } as const;
	pen.rect('inside/kubelet', box, { ...frame, subject });
	const x = box.x + 10;
	const room = right(box) - 8 - x;
	const name = { size: 13, weight: 600, fill: 'ink', room, subject } as const;
	pen.text('inside/kubelet/name', x, box.y + 18 * type, 'kubelet', name);
	const mirror = mirrorText(view, shown);
	const says = mirror === null ? [] : wrapText(mirror, room, { size: 11 * type, font: 'sans' });
	const below = says.slice(0, 2);
	const end = bottom(box) - 6 - below.length * mirrorLine * type;
	const all = linesOf(view, shown);
	const needed = all.reduce((sum, { step }) => sum + step, 18) * type;
	const lines = box.y + needed <= end ? all : all.filter(({ isMinor }) => !isMinor);
	let y = box.y + 18 * type;
	for (const { id, text, step, isMinor: _, ...style } of lines) {
		y += step * type;
		if (y > end) break;
		pen.text(`inside/kubelet/${id}`, x, y, text, { size: 11, ...style, room });
	}
	below.forEach((line, i) => {
		const base = bottom(box) - 8 - (below.length - 1 - i) * mirrorLine * type;
		const fill = shown.object ? 'ink2' : 'bad';
		pen.text(`inside/kubelet/mirror/${i}`, x, base, line, { size: 11, fill, room });
	});
}

function linesOf({ locale, state }: View, { node, pod }: ShownNode): readonly Line[] {
	const worker = [...state.machines.values()].findLast(
		({ machine, actor, subject }) =>
			machine === 'pod-worker' && subject === pod && actor.split('/')[1] === node
	);
	const doing = worker && worker.state !== 'finished' ? worker.state : '–';
	const files = state.nodes.get(node)?.manifests ?? [];
	const file = (text: string, i: number): Line => ({
		id: `file/${i}`,
		text,
		fill: files.length > 0 ? 'ink' : 'ink3',
		font: 'mono',
		...(files.length > 0 && { weight: 600 }),
		step: 14
	});
	const says = (key: 'inside.from-api' | 'inside.from-files') => insideMessage(locale, key);
	return [
		{ id: 'does', text: doing, fill: 'cri', font: 'mono', step: 16 },
		{ id: 'source', text: says('inside.from-api'), fill: 'ink3', step: 20, isMinor: true },
		{
			id: 'selector',
			text: `nodeName=${node}`,
			fill: 'ink2',
			font: 'mono',
			step: 14,
			isMinor: true
		},
		{ id: 'files', text: says('inside.from-files'), fill: 'ink3', step: 20 },
		{ id: 'folder', text: '…/manifests/', fill: 'ink2', font: 'mono', step: 14, isMinor: true },
		...(files.length > 0 ? files : ['–']).map(file)
	];
}

/** Whether the API server shows what the kubelet has from a file; null where it has nothing from one. */
function mirrorText({ locale, state }: View, { node, object }: ShownNode): string | null {
	const hasFiles = (state.nodes.get(node)?.manifests ?? []).length > 0;
	if (!hasFiles && object?.metadata.annotations?.[mirrored] === undefined) return null;
	return insideMessage(locale, object ? 'inside.mirror' : 'inside.no-mirror');
}
