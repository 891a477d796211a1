import type { ApiCall } from '#lib/trace/api-call.ts';
import { right, type Box } from '../../box.ts';
import { fitText, wrapText } from '../../text-width.ts';
import type { View } from '../../view.ts';
import { apiMessage } from './api-message.ts';
import type { CallProgress } from './call-progress.ts';
import { stageNames, writersOnly, type StageName } from './stage-names.ts';
import { stageNote } from './stage-note.ts';
import type { StageRows } from './stage-rows.ts';

/** One stage: its name, and what it found, changed or had against the request. */
export function drawStage(
	view: View,
	area: Box,
	rows: StageRows,
	stage: StageName,
	call: ApiCall,
	progress: CallProgress
): void {
	const { pen, locale } = view;
	const { tops, line, size } = rows;
	const place = stageNames.indexOf(stage) + 1;
	const { here, done, refusedAt, reads } = progress;
	const skipped = reads && writersOnly.has(stage);
	const refused = refusedAt === stage;
	const answers = stage === 'answer' && done;
	const reached = (place <= here || done) && (!refusedAt || place <= here || answers);
	const lines = refused ? refusalLines(view, area, rows, stage, progress) : [];
	if (refused || (place === here && !done)) {
		const height = Math.max(1, lines.length) * line - 1;
		const row = { x: area.x + 38, y: tops[stage], width: area.width - 46, height };
		pen.rect(`stage/${stage}/lit`, row, { fill: refused ? 'bad-tint' : 'api-tint', radius: 5 });
	}
	const y = tops[stage] + line / 2 + pen.typeSize(size) * 0.36;
	const lit = reached && !skipped;
	const name = {
		size,
		leastSize: 11 / pen.typeSize(1),
		weight: lit ? 600 : 400,
		fill: refused ? 'bad' : lit ? 'ink' : 'ink3',
		room: nameRoom(area) - 8
	} as const;
	pen.text(`stage/${stage}/name`, area.x + 44, y, apiMessage(locale, `stage.${stage}`), name);
	if (!reached && !skipped) return;
	const found = skipped ? skippedNote(view, progress) : noteOf(stage, call, progress, view);
	const texts = refused ? lines : wrapped(view, found, noteRoom(area), rows, stage);
	const fill = refused ? 'bad' : answers ? (refusedAt ? 'bad' : 'ok') : skipped ? 'ink3' : 'ink2';
	texts.forEach((text, i) =>
		pen.text(`stage/${stage}/note/${i}`, noteX(area), y + i * line, text, {
			size,
			font: 'mono',
			weight: refused || answers ? 600 : 400,
			fill
		})
	);
}

function noteOf(stage: StageName, call: ApiCall, progress: CallProgress, view: View): string {
	const note = stageNote(stage, call, progress, view.locale);
	if (stage !== 'answer' || !progress.refusedAt || progress.reads || note === '') return note;
	return apiMessage(view.locale, 'stage.refused-unwritten', { answer: note });
}

function skippedNote({ locale }: View, { here }: CallProgress): string {
	return here > 2 ? apiMessage(locale, 'stage.skipped') : '';
}

/** The text of a refusal, from its stage down over those that the request never reached. */
function refusalLines(
	view: View,
	area: Box,
	rows: StageRows,
	stage: StageName,
	{ steps }: CallProgress
): string[] {
	const message = String(steps.at(-1)?.facts?.message ?? '');
	const most = Math.min(4, rows.linesBefore(stage));
	return cut(view, message, noteRoom(area), rows.size, most, 600);
}

function wrapped(
	view: View,
	text: string,
	room: number,
	rows: StageRows,
	stage: StageName
): string[] {
	if (text === '') return [];
	const next = stageNames[stageNames.indexOf(stage) + 1];
	const lines = next ? Math.round((rows.tops[next] - rows.tops[stage]) / rows.line) : 1;
	return cut(view, text, room, rows.size, lines, stage === 'answer' ? 600 : 400);
}

/** In at most so many lines; what doesn't fit ends in an ellipsis. */
function cut(
	{ pen }: View,
	text: string,
	room: number,
	size: number,
	most: number,
	weight: 400 | 600
): string[] {
	const style = { size: pen.typeSize(size), font: 'mono', weight } as const;
	const lines = wrapText(text, room, style);
	if (lines.length <= most) return lines;
	const rest = lines.slice(most - 1).join(' ');
	return [...lines.slice(0, most - 1), fitText(rest, room, style)];
}

const nameRoom = (area: Box) => Math.min(168, area.width * 0.32);
const noteX = (area: Box) => area.x + 44 + nameRoom(area);
const noteRoom = (area: Box) => right(area) - 14 - noteX(area);
