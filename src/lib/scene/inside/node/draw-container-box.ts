import type { Container } from '#lib/kubernetes/pod.ts';
import type { ContainerFact } from '#lib/trace/cluster-state.ts';
import { familiarImage } from '#lib/trace/image-name.ts';
import { bottom, type Box } from '../../box.ts';
import type { View } from '../../view.ts';
import { insideMessage } from '../inside-message.ts';
import { memoryText } from '../node-room.ts';
import { limitsInCgroup } from './cgroup.ts';

/** One container: its process, the namespaces that are its own, the limits in its cgroup. Not made yet, it is a place. */
export function drawContainerBox(
	{ pen, locale }: View,
	box: Box,
	container: Pick<Container, 'name'> & Partial<Container>,
	fact: ContainerFact | undefined
): void {
	const type = pen.typeSize(1);
	const key = `inside/container/${container.name}`;
	const runs = fact?.state === 'running';
	pen.rect(key, box, {
		fill: runs ? 'surface' : 'none',
		stroke: runs ? 'ink2' : 'line2',
		strokeWidth: runs ? 1.5 : 1.25,
		dashed: fact === undefined,
		radius: 6
	});
	const x = box.x + 7;
	const room = box.width - 12;
	const { image, imagePullPolicy } = container;
	const { cpuMs, periodMs, memoryBytes } = limitsInCgroup(container);
	const cpu = cpuMs === null ? 'max' : `${cpuMs}/${periodMs} ms`;
	const memory = memoryBytes === null ? 'max' : memoryText(memoryBytes);
	const lines = [
		{ id: 'name', text: container.name, size: 12, weight: 600, fill: 'ink' },
		{
			id: 'state',
			text: stateText(locale, fact),
			size: 11,
			fill: runs ? 'ok' : 'ink2',
			font: 'sans'
		},
		{ id: 'image', text: image ? familiarImage(image) : '', size: 11, fill: 'ink2' },
		{ id: 'policy', text: imagePullPolicy ?? '', size: 11, fill: 'ink2' },
		{ id: 'own', text: fact ? 'mnt pid cgroup' : '', size: 11, fill: 'cri' },
		{ id: 'cpu', text: fact ? `cpu.max ${cpu}` : '', size: 11, fill: 'ink3' },
		{ id: 'memory', text: fact ? `memory.max ${memory}` : '', size: 11, fill: 'ink3' }
	] as const;
	const step = 13.2 * type;
	const fits = Math.floor((bottom(box) - box.y - 5 * type) / step);
	lines.slice(0, fits).forEach((line, i) => {
		const { id, text, size, fill } = line;
		if (text === '') return;
		pen.text(`${key}/${id}`, x, box.y + 14 * type + i * step, text, {
			size,
			fill,
			font: 'font' in line ? line.font : 'mono',
			...('weight' in line && { weight: line.weight }),
			room
		});
	});
}

function stateText(locale: View['locale'], fact: ContainerFact | undefined): string {
	if (!fact) return insideMessage(locale, 'inside.not-made');
	if (fact.state === 'exited') {
		return insideMessage(locale, 'inside.exited', { code: fact.exitCode ?? 0 });
	}
	return insideMessage(locale, fact.state === 'running' ? 'inside.runs' : 'inside.created');
}
