import { intValue } from '#lib/kubernetes/quantity.ts';
import { requestsOf } from '#lib/trace/requests.ts';
import { bottom, right, type Box } from './box.ts';
import type { WorkerLayout } from './layout.ts';
import { drawPod } from './draw-pod.ts';
import { slotBox } from './pod-grid.ts';
import { podsOnNode } from './pods-on-node.ts';
import { insideType, opened } from './opened.ts';
import { textWidth } from './text-width.ts';
import type { View } from './view.ts';

/** A worker node: its machinery, and its pods each in its place. */
export function drawWorker(view: View, worker: WorkerLayout): void {
	const { pen, layout } = view;
	const { name, box, size } = worker;
	const subject = `object:/registry/minions/${name}`;
	const full = size === 'full';
	pen.rect(`worker/${name}`, box, {
		fill: 'raised',
		stroke: 'line',
		strokeWidth: 1.25,
		radius: full ? 12 : 6,
		subject
	});
	if (full) {
		const x = box.x + 16;
		pen.text(`worker/${name}/name`, x, box.y + 24, name, {
			size: 15,
			weight: 600,
			fill: 'ink',
			room: (box.width - 40) * 0.55,
			subject
		});
		const named = textWidth(name, { size: pen.typeSize(15), font: 'sans', weight: 600 });
		const capacity = {
			size: 12,
			leastSize: 11,
			fill: 'ink3',
			anchor: 'end',
			room: box.width - 40 - Math.min(named, (box.width - 40) * 0.55),
			subject
		} as const;
		pen.text(`worker/${name}/size`, right(box) - 14, box.y + 24, sizeOf(view, name), capacity);
		drawChips(view, worker);
	} else if (box.height > 30) {
		pen.text(`worker/${name}/name`, box.x + 8, box.y + 3 + 11 * layout.type, name, {
			size: 11,
			weight: 600,
			fill: 'ink2',
			room: Math.min(80, box.width - 26),
			subject
		});
	}
	for (const shown of podsOnNode(view, name)) {
		drawPod(view, slotBox(worker.grid, worker.pods, shown.slot.slot), worker.grid.size, shown);
	}
}

/** Among how many Pods this node's rules pick, for the Service of the story; undefined without one. */
function rulesText({ state, index }: View, node: string): string | undefined {
	const service = requestsOf(index.trace)[0]?.service;
	const pods = service === undefined ? undefined : state.rules.get(`${node} ${service}`);
	return pods && `→ ${pods.length}`;
}

function drawChips(view: View, { name, kubelet, runtime, kubeProxy }: WorkerLayout): void {
	const { pen, messages, layout } = view;
	const chips = [
		['kubelet', kubelet, `kubelet/${name}`, '10250'],
		['containerd', runtime, `runtime/${name}`, 'CRI'],
		['kube-proxy', kubeProxy, `kube-proxy/${name}`, rulesText(view, name) ?? '10256']
	] as const;
	for (const [text, box, actor, door] of chips) {
		if (!box) continue;
		const touched = messages.findLast(({ from, to }) => from === actor || to === actor);
		const ink =
			touched?.protocol === 'watch' ? 'watch' : touched?.protocol === 'http' ? 'api' : 'cri';
		const subject = `component:${actor}`;
		pen.rect(`chip/${actor}`, box, {
			fill: 'surface',
			stroke: touched ? ink : 'line2',
			strokeWidth: touched ? 1.75 : 1.25,
			radius: 7,
			subject
		});
		const syncing = drawSyncing(view, name, actor, box);
		const middle = box.x + box.width / 2;
		const hasDoor = box.height >= 30 * layout.type;
		if (hasDoor && !syncing) {
			pen.text(`chip/${actor}/door`, middle, bottom(box) - 5, door, {
				size: 11,
				font: 'mono',
				fill: 'ink3',
				anchor: 'middle',
				room: box.width - 6,
				subject
			});
		}
		const nameY = box.y + (hasDoor ? 11 : 13) + 4 * layout.type;
		pen.text(`chip/${actor}/name`, middle, nameY, text, {
			size: 12,
			weight: 500,
			fill: touched ? 'ink' : 'ink2',
			anchor: 'middle',
			room: box.width - 6,
			subject
		});
	}
}

/** The kubelet opened: what its workers do for their pods. False when it isn't open, or nothing is done. */
function drawSyncing(view: View, node: string, actor: string, box: Box): boolean {
	const scale = opened(view, box);
	if (!scale || !actor.startsWith('kubelet/')) return false;
	const { size } = insideType(scale);
	const working = [...view.state.machines.values()]
		.filter((one) => one.machine === 'pod-worker' && one.actor.split('/').includes(node))
		.filter(({ state }) => state !== 'waiting' && state !== 'finished')
		.map(({ state, subject }) => `${subject?.split('/')[1] ?? ''} ${state}`);
	const text = working.join(', ');
	if (text === '') return false;
	const writing = {
		size,
		font: 'mono',
		fill: 'cri',
		anchor: 'middle',
		room: box.width - 4
	} as const;
	view.pen.text(
		`chip/${actor}/syncing`,
		box.x + box.width / 2,
		box.y + box.height - 2.5,
		text,
		writing
	);
	return true;
}

/** `2 CPU · 3.4 GiB` */
function sizeOf({ index }: View, name: string): string {
	const node = index.trace.header.nodes.find((one) => one.name === name);
	if (!node) return '';
	return `${node.cpu} CPU · ${(intValue(node.memory) / 2 ** 30).toFixed(1)} GiB`;
}
