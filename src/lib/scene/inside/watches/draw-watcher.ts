import type { Box } from '../../box.ts';
import type { Ink } from '../../mark.ts';
import { textWidth } from '../../text-width.ts';
import type { View } from '../../view.ts';
import type { WatcherStep } from './watcher-index.ts';
import { watchesMessage } from './watches-message.ts';

interface Watcher {
	readonly name: string;
	readonly step: WatcherStep;
	/** How many entries of the log it hasn't heard. */
	readonly behind: number;
	/** Where on the log it is. */
	readonly at: number;
	readonly log: Box;
	readonly selective: boolean;
}

const inks: Readonly<Record<WatcherStep['does'], Ink>> = {
	lists: 'api',
	watches: 'watch',
	cut: 'bad',
	gone: 'bad'
};

/** One who watches: what it does, and a line as far as it has heard. */
export function drawWatcher(
	view: View,
	row: Box,
	nameWidth: number,
	{ name, step, behind, at, log, selective }: Watcher
): void {
	const { pen, locale } = view;
	const key = `watcher/${name}`;
	const ink = inks[step.does];
	const y = row.y + row.height / 2;
	const baseline = y + pen.typeSize(4);
	const nameRoom = nameWidth * 0.65;
	pen.text(`${key}/name`, row.x, baseline, name, {
		size: 12,
		leastSize: 11,
		font: 'mono',
		weight: 600,
		fill: 'ink',
		room: nameRoom - 6,
		subject: `component:${name.startsWith('kubectl/') ? 'terminal' : name}`
	});
	pen.text(`${key}/does`, row.x + nameRoom, baseline, doing(view, step), {
		size: 12,
		leastSize: 11,
		fill: ink === 'watch' ? 'ink2' : ink,
		weight: ink === 'bad' ? 600 : 400,
		room: nameWidth - nameRoom - 8
	});
	const cut = step.does === 'cut' || step.does === 'gone';
	pen.path(`${key}/line`, ['M', log.x, y, 'L', Math.max(log.x, at), y], {
		stroke: ink,
		strokeWidth: cut ? 1.5 : 2.5,
		dashed: cut
	});
	if (cut) {
		const d = ['M', at - 5, y - 5, 'L', at + 5, y + 5, 'M', at - 5, y + 5, 'L', at + 5, y - 5];
		pen.path(`${key}/mark`, d, { stroke: 'bad', strokeWidth: 2.5 });
	} else pen.circle(`${key}/mark`, at, y, 5, { fill: ink });
	const note =
		selective && behind > 0
			? watchesMessage(locale, 'watches.own', { version: step.version })
			: behind > 0
				? watchesMessage(locale, 'watches.behind', { version: step.version, behind })
				: String(step.version);
	const style = { size: pen.typeSize(12), font: 'mono', weight: 600 } as const;
	const end = log.x + log.width;
	const fitsRight = at + 12 + textWidth(note, style) <= end;
	const x = fitsRight ? at + 12 : at - 12;
	const noteY = fitsRight ? baseline : y - 3;
	pen.text(`${key}/version`, x, noteY, note, {
		size: 12,
		leastSize: 11,
		font: 'mono',
		weight: 600,
		fill: behind > 0 && !selective ? (cut ? 'bad' : 'ink') : 'ink2',
		anchor: fitsRight ? 'start' : 'end',
		room: fitsRight ? end - x : x - log.x
	});
}

function doing({ locale }: View, { does, from, bookmarked }: WatcherStep): string {
	if (does === 'watches') {
		if (bookmarked) return watchesMessage(locale, 'watches.bookmark');
		return from === undefined
			? watchesMessage(locale, 'watches.watches')
			: watchesMessage(locale, 'watches.from', { version: from });
	}
	return watchesMessage(locale, `watches.${does}`);
}
