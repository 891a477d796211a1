import { bottom, right, type Box } from '../../box.ts';
import type { View } from '../../view.ts';
import { insideMessage } from '../inside-message.ts';
import { drawCallList } from './draw-call-list.ts';
import { drawKubelet } from './draw-kubelet.ts';
import { drawLinux } from './draw-linux.ts';
import { shownNode } from './shown-node.ts';

const padding = 16;
const gap = 18;
/** Narrower sheets have no room for the kubelet's own column. */
const leastWidth = 600;

/** A node opened, for one Pod: what its kubelet does, the calls that follow from it, and what Linux has of it in the end. */
export function drawInsideNode(view: View, sheet: Box): void {
	const { pen, locale } = view;
	const shown = shownNode(view);
	if (!shown) return;
	const base = sheet.y + pen.typeSize(22);
	const box = { ...sheet, x: sheet.x + padding, width: sheet.width - 2 * padding };
	pen.text('inside/title', box.x, base, shown.node, {
		size: 15,
		weight: 600,
		fill: 'ink',
		subject: `object:/registry/minions/${shown.node}`
	});
	if (shown.pod !== null) {
		const pod = shown.pod.replace(/^default\//, '');
		pen.text('inside/pod', right(box), base, insideMessage(locale, 'inside.pod', { pod }), {
			size: 12.5,
			fill: 'ink2',
			anchor: 'end',
			room: box.width * 0.6,
			subject: `object:/registry/pods/${shown.pod}`
		});
	}
	const top = sheet.y + pen.typeSize(32);
	const area = { ...box, y: top, height: bottom(sheet) - 10 - top };
	const type = pen.typeSize(1);
	const wide = area.width >= leastWidth * type;
	const kubelet = wide ? 146 * type : 0;
	const rest = area.width - (wide ? kubelet + gap : 0) - gap;
	const calls = { ...area, x: area.x + (wide ? kubelet + gap : 0), width: rest * 0.4 };
	const hasFiles = (view.state.nodes.get(shown.node)?.manifests ?? []).length > 0;
	if (wide) drawKubelet(view, { ...area, width: kubelet }, shown);
	// With room for one of them: where a Pod comes from a file, that is what matters.
	if (wide || !hasFiles) drawCallList(view, calls, shown);
	else drawKubelet(view, calls, shown);
	const x = right(calls) + gap;
	drawLinux(view, { ...area, x, width: right(area) - x }, shown);
}
