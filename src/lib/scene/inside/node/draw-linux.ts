import type { ContainerFact } from '#lib/trace/cluster-state.ts';
import { bottom, right, type Box } from '../../box.ts';
import { textWidth } from '../../text-width.ts';
import type { View } from '../../view.ts';
import { insideMessage } from '../inside-message.ts';
import { podCgroup } from './cgroup.ts';
import { drawContainerBox } from './draw-container-box.ts';
import type { ShownNode } from './shown-node.ts';

const pauseWidth = 54;
/** What the containers of a Pod share. */
const namespaces = ['net', 'ipc', 'uts'];
const gap = 8;

/** What Linux has of a Pod: one network namespace, held by pause and joined by the others; a cgroup each. */
export function drawLinux(view: View, box: Box, { object, sandbox }: ShownNode): void {
	const { pen, locale } = view;
	const type = pen.typeSize(1);
	const head = { size: 12, weight: 600, fill: 'ink2', room: box.width } as const;
	const title = insideMessage(locale, 'inside.linux');
	pen.text('inside/linux', box.x, box.y + 12 * type, title, head);
	const top = box.y + 20 * type;
	if (!sandbox || sandbox.stoppedAtMs !== null) {
		const none = insideMessage(locale, 'inside.no-sandbox');
		pen.text('inside/no-sandbox', box.x, top + 12 * type, none, {
			size: 12,
			fill: 'ink3',
			room: box.width
		});
		return;
	}
	const frame = { ...box, y: top, height: bottom(box) - top };
	const dashes = { stroke: 'cri', strokeWidth: 1.5, dashed: true, radius: 8 } as const;
	pen.rect('inside/network', frame, dashes);
	const ip = sandbox.ip ?? insideMessage(locale, 'inside.no-ip');
	const shared = `${insideMessage(locale, 'inside.shared')} · ${ip}`;
	const label = {
		size: 11.5,
		leastSize: 11,
		weight: 500,
		fill: 'cri',
		room: frame.width - 20
	} as const;
	pen.text('inside/network/label', frame.x + 10, frame.y + 15 * type, shared, label);
	const containers = object
		? [...(object.spec.initContainers ?? []), ...object.spec.containers]
		: sandbox.containers.map(({ container }) => ({ name: container }));
	const row = {
		x: frame.x + 10,
		y: frame.y + 22 * type,
		height: frame.height - 43 * type
	};
	const width = pauseWidth * type;
	drawPause(view, { ...row, width }, sandbox.ip !== null);
	const room = right(frame) - 10 - row.x - width - gap;
	const fits = Math.max(1, Math.floor((room + gap) / (86 * type + gap)));
	const shown = containers.slice(0, fits);
	const each = (room - (shown.length - 1) * gap) / Math.max(1, shown.length);
	shown.forEach((container, i) => {
		const x = row.x + width + gap + i * (each + gap);
		const fact: ContainerFact | undefined = sandbox.containers.find(
			(one) => one.container === container.name
		);
		drawContainerBox(view, { ...row, x, width: each }, container, fact);
	});
	if (!object) return;
	const path = `cgroup ${podCgroup(object, sandbox.uid)}`;
	const cgroup = { size: 11, font: 'mono', fill: 'ink2', room: frame.width - 20 } as const;
	const room11 = textWidth(path, { size: 11 * type, font: 'mono' }) > cgroup.room;
	const text = room11 ? path.replace(/(pod[0-9a-f]{8})[0-9a-f-]*$/, '$1…') : path;
	pen.text('inside/cgroup', frame.x + 10, bottom(frame) - 8, text, cgroup);
}

/** The process that does nothing but keep the Pod's namespaces open. */
function drawPause({ pen, locale }: View, box: Box, isConnected: boolean): void {
	const type = pen.typeSize(1);
	const style = { stroke: 'cri', strokeWidth: 1.5, radius: 6 } as const;
	pen.rect('inside/pause', box, { ...style, fill: isConnected ? 'cri-tint' : 'surface' });
	const x = box.x + box.width / 2;
	const name = {
		size: 12,
		font: 'mono',
		weight: 600,
		fill: 'ink',
		anchor: 'middle',
		room: box.width - 6
	} as const;
	pen.text('inside/pause/name', x, box.y + 16 * type, 'pause', name);
	const does = insideMessage(locale, 'inside.holds');
	const small = { size: 11, fill: 'ink2', anchor: 'middle', room: box.width - 6 } as const;
	if (box.y + 31 * type > bottom(box) - 3) return;
	pen.text('inside/pause/does', x, box.y + 31 * type, does, small);
	namespaces.forEach((namespace, i) => {
		const y = box.y + (47 + i * 13.5) * type;
		if (y > bottom(box) - 3) return;
		pen.text(`inside/pause/${namespace}`, x, y, namespace, { ...small, font: 'mono', fill: 'cri' });
	});
}
