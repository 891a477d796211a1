import { bottom, right, type Box } from '../../box.ts';
import { wrapText } from '../../text-width.ts';
import type { View } from '../../view.ts';
import { drawMergeRow } from './draw-merge-row.ts';
import { mergeMessage } from './merge-message.ts';
import { mergeRows, type MergeColumn } from './merge-rows.ts';
import { writtenAt, type Way, type WrittenObject } from './written-object.ts';

const columnsOf: Readonly<Record<Way, readonly MergeColumn[]>> = {
	create: ['file', 'result'],
	replace: ['live', 'file', 'result'],
	apply: ['last', 'live', 'file', 'patch', 'result'],
	patch: ['live', 'patch', 'result'],
	'server-side': ['live', 'file', 'result']
};

const alreadyThere: readonly MergeColumn[] = ['live', 'file'];

/** A write field by field: what was applied before, what is there, what is wanted, what is sent and what comes of it. */
export function drawInsideMerge(view: View, box: Box): void {
	const { pen, locale, clock, index, layout } = view;
	const written = writtenAt(index.trace, clock.nowMs);
	const [left, end] = [box.x + 16, right(box) - 16];
	if (!written) {
		const text = mergeMessage(locale, 'merge.none');
		const y = box.y + 8 + 14 * layout.type;
		pen.text('inside/none', left, y, text, { size: 13, fill: 'ink3', room: end - left });
		return;
	}
	drawHead(view, box, written);
	// What is there already is why nothing new is made.
	const columns =
		written.before && written.way === 'create' ? alreadyThere : columnsOf[written.way];
	const top = box.y + 14 + 17 * layout.type;
	const line = 18.5 * layout.type;
	const fieldWidth = (end - left) * 0.3;
	const width = (end - left - fieldWidth) / columns.length;
	const places = columns.map((column, i) => ({ column, x: left + fieldWidth + i * width, width }));
	for (const { column, x } of places) {
		const head = { size: 12, leastSize: 11, weight: 600, fill: 'ink2', room: width - 8 } as const;
		const text = mergeMessage(locale, `merge.${column}`);
		pen.text(`merge/head/${column}`, x, top + line * 0.75, text, head);
	}
	const refusal = refusalLines(view, written, end - left - 16);
	const foot = refusal.length * line + (refusal.length > 0 ? 10 : 0);
	const fits = Math.max(1, Math.floor((bottom(box) - 8 - foot - top - line) / line));
	const rows = mergeRows(written.columns, written.born);
	const shown = rows.length > fits ? rows.slice(0, fits - 1) : rows;
	shown.forEach((row, i) => {
		const at = { x: left, y: top + line * (i + 1), width: end - left, height: line };
		drawMergeRow(view, at, fieldWidth, places, row, written);
	});
	if (shown.length < rows.length) {
		const more = mergeMessage(locale, 'merge.more', { count: rows.length - shown.length });
		const y = top + line * (shown.length + 1.7);
		pen.text('merge/more', left, y, more, { size: 12, fill: 'ink3', room: end - left });
	}
	drawRefusal(
		view,
		{ x: left, y: bottom(box) - 6 - foot, width: end - left, height: foot },
		line,
		refusal
	);
}

function drawHead({ pen, layout, locale }: View, box: Box, written: WrittenObject): void {
	const { call, way, before, after } = written;
	const y = box.y + 8 + 14 * layout.type;
	const [left, end] = [box.x + 16, right(box) - 16];
	const subject = `message:${call.message.seq}`;
	const title = {
		size: 15,
		leastSize: 12,
		weight: 600,
		fill: 'ink',
		room: 128 * layout.type
	} as const;
	pen.text('inside/name', left, y, mergeMessage(locale, `merge.way.${way}`), title);
	const versionRoom = (end - left) * 0.46;
	const x = left + 138 * layout.type;
	const { method, path } = call.content;
	pen.text('inside/call', x, y, `${method} …/${path.split('/').slice(-2).join('/')}`, {
		size: 13,
		leastSize: 11,
		font: 'mono',
		weight: 600,
		fill: 'api',
		room: end - versionRoom - 10 - x,
		subject
	});
	const now = after ?? before;
	if (now) {
		const text = mergeMessage(locale, 'merge.versions', {
			generation: change(before?.metadata.generation, now.metadata.generation),
			version: change(before?.metadata.resourceVersion, now.metadata.resourceVersion)
		});
		pen.text('merge/versions', end, y, text, {
			size: 12,
			leastSize: 11,
			font: 'mono',
			fill: after ? 'write' : 'ink2',
			anchor: 'end',
			room: versionRoom
		});
	}
	const ruleY = Math.min(bottom(box), box.y + 13 + 16 * layout.type);
	pen.path('inside/rule', ['M', box.x, ruleY, 'L', right(box), ruleY], {
		stroke: 'line',
		strokeWidth: 1
	});
}

/** `1 → 2`, or `2` where it stays. */
function change(before: number | string | undefined, now: number | string | undefined): string {
	const [from, to] = [String(before ?? ''), String(now ?? '–')];
	return from === '' || from === to ? to : `${from} → ${to}`;
}

function refusalLines({ pen }: View, { refusal }: WrittenObject, room: number): readonly string[] {
	if (refusal === null) return [];
	const style = { size: pen.typeSize(12), font: 'mono', weight: 600 } as const;
	return wrapText(refusal, room, style).slice(0, 4);
}

function drawRefusal({ pen }: View, box: Box, line: number, lines: readonly string[]): void {
	if (lines.length === 0) return;
	pen.rect('merge/refusal', box, { fill: 'bad-tint', stroke: 'bad', strokeWidth: 1.25, radius: 6 });
	lines.forEach((text, i) =>
		pen.text(`merge/refusal/${i}`, box.x + 8, box.y + 5 + line * (i + 0.72), text, {
			size: 12,
			font: 'mono',
			weight: 600,
			fill: 'bad',
			room: box.width - 16
		})
	);
}
