import type { ApiCall } from '#lib/trace/api-call.ts';
import { bottom, right, type Box } from '../../box.ts';
import type { View } from '../../view.ts';
import { apiMessage } from './api-message.ts';
import { callAtHand } from './call-at-hand.ts';
import { progressOf, refusedStage } from './call-progress.ts';
import { drawRail } from './draw-rail.ts';
import { drawStage } from './draw-stage.ts';
import { stageNames, type StageName } from './stage-names.ts';
import { stageRows } from './stage-rows.ts';

/** The API server opened: the request at hand on its way down through the stages. */
export function drawInsideApiServer(view: View, box: Box): void {
	const { pen, locale, clock, index, layout } = view;
	const call = callAtHand(index.trace, clock);
	const head = 13 + 17 * layout.type;
	drawHead(view, box, call);
	const area = { ...box, y: box.y + head, height: box.height - head - 6 };
	if (!call) {
		const text = apiMessage(locale, 'stage.none');
		const writing = { size: 13, fill: 'ink3', room: box.width - 32 } as const;
		pen.text('inside/none', box.x + 16, box.y + head + 16, text, writing);
		return;
	}
	const rows = stageRows(area, layout.type, wordyStages(call));
	const progress = progressOf(call, clock);
	drawRail(view, box.x + 24, rows, progress);
	for (const stage of stageNames) drawStage(view, area, rows, stage, call, progress);
}

/** Admission tells what was changed; who is refused by the store is told why, and nothing may move when it comes to that. */
function wordyStages(call: ApiCall): readonly StageName[] {
	const refusal = call.steps.find(({ to }) => to === 'refused');
	const isLate = refusal !== undefined && refusedStage(call, refusal) === 'store';
	return isLate ? ['store', 'mutate'] : ['mutate', 'store'];
}

/** Whose request it is, and what it asks. */
function drawHead({ pen, layout }: View, box: Box, call: ApiCall | undefined): void {
	const y = box.y + 8 + 14 * layout.type;
	const name = {
		size: 15,
		leastSize: 12,
		weight: 600,
		fill: 'ink',
		room: 100 * layout.type
	} as const;
	pen.text('inside/name', box.x + 16, y, 'API server', name);
	if (!call) return;
	const { method, path } = call.content;
	const x = box.x + 16 + 108 * layout.type;
	const subject = `message:${call.message.seq}`;
	const from = call.message.from;
	const fromRoom = Math.min(150 * layout.type, (right(box) - 16 - x) * 0.3);
	const asks = {
		size: 13,
		leastSize: 11,
		font: 'mono',
		weight: 600,
		fill: 'api',
		subject
	} as const;
	pen.text('inside/call', x, y, `${method} ${path}`, {
		...asks,
		room: right(box) - 24 - fromRoom - x
	});
	const who = { size: 12, leastSize: 11, font: 'mono', fill: 'ink2', anchor: 'end' } as const;
	pen.text('inside/from', right(box) - 16, y, from, { ...who, room: fromRoom, subject });
	const ruleY = Math.min(bottom(box), box.y + 13 + 16 * layout.type);
	pen.path('inside/rule', ['M', box.x, ruleY, 'L', right(box), ruleY], {
		stroke: 'line',
		strokeWidth: 1
	});
}
