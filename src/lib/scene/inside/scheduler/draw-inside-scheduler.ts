import { right, type Box } from '../../box.ts';
import { textWidth } from '../../text-width.ts';
import { isStopped } from '../../draw-stopped.ts';
import type { View } from '../../view.ts';
import { insideMessage } from '../inside-message.ts';
import { cpuText, memoryText } from '../node-room.ts';
import { drawCycleChips } from './draw-cycle-chips.ts';
import { drawFilterChain } from './draw-filter-chain.ts';
import { drawOutcome } from './draw-outcome.ts';
import { drawVerdictRows } from './draw-verdict-rows.ts';
import { drawWaiting } from './draw-waiting.ts';
import { roomAtDecision } from './room-at-decision.ts';
import { shownCycle, type ShownCycle } from './shown-cycle.ts';

const padding = 16;

/** The scheduler opened: which filter refused which node and why, what each plugin gave the others, and the sum that won. */
export function drawInsideScheduler(view: View, sheet: Box): void {
	const { pen } = view;
	const base = sheet.y + pen.typeSize(22);
	const x = sheet.x + padding;
	const title = { size: 15, weight: 600, fill: 'ink', subject: 'component:scheduler' } as const;
	pen.text('inside/title', x, base, 'scheduler', title);
	const top = pen.typeSize(31);
	const box = {
		x,
		y: sheet.y + top,
		width: sheet.width - 2 * padding,
		height: sheet.height - top - 8
	};
	const shown = shownCycle(view);
	if (!shown || isStopped(view, 'scheduler')) return drawWaiting(view, box);
	const { decision } = shown;
	const cycle = cycleText(view, shown);
	const cycleWidth = textWidth(cycle, { size: pen.typeSize(12.5), font: 'sans' });
	const chipsX = x + pen.typeSize(84);
	const chips = { x: chipsX, y: base - pen.typeSize(15.5), height: pen.typeSize(21) };
	drawCycleChips(view, { ...chips, width: right(box) - cycleWidth - 16 - chipsX }, decision.pod);
	pen.text('inside/cycle', right(box), base, cycle, {
		size: 12.5,
		leastSize: 11,
		fill: 'ink2',
		anchor: 'end',
		room: box.width - pen.typeSize(90),
		subject: `object:/registry/pods/${decision.pod}`
	});
	const y = drawFilterChain(view, decision, box);
	const end = drawOutcome(view, box, decision);
	drawVerdictRows(view, { ...box, y, height: end - y }, decision);
}

function cycleText({ index, locale }: View, { decision, number, of }: ShownCycle): string {
	const { asked } = roomAtDecision(index, decision);
	const pod = decision.pod.replace(/^default\//, '');
	const cycle = insideMessage(locale, 'inside.cycle', { pod, number, of });
	if (asked.milliCpu === 0 && asked.memory === 0) return cycle;
	const [cpu, memory] = [cpuText(asked.milliCpu), memoryText(asked.memory)];
	return `${cycle} · ${insideMessage(locale, 'inside.asks', { cpu, memory })}`;
}
