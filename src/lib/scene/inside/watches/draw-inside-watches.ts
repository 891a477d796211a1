import { bisect } from '#lib/trace/bisect.ts';
import type { ActorId } from '#lib/trace/event.ts';
import { bottom, right, type Box } from '../../box.ts';
import type { View } from '../../view.ts';
import { drawStoreLog, type LogPlace } from './draw-store-log.ts';
import { drawWatcher } from './draw-watcher.ts';
import { stepAt, watcherIndexOf } from './watcher-index.ts';
import { watchesMessage } from './watches-message.ts';

/** At most; fewer where they would be too narrow for a revision and the beginning of a name. */
const mostCells = 12;
const leastCellWidth = 46;

/** The store's log of Pods, and how far everyone who watches it has heard: each copy is a little behind. */
export function drawInsideWatches(view: View, box: Box): void {
	const { pen, index, clock, locale, layout, state } = view;
	const { writes, steps, selective } = watcherIndexOf(index.trace);
	const count = bisect(writes, ({ atMs }) => atMs > clock.nowMs);
	const [left, end] = [box.x + 16, right(box) - 16];
	const y = box.y + 8 + 14 * layout.type;
	const title = { size: 15, leastSize: 11, weight: 600, fill: 'ink' } as const;
	const half = (end - left) * 0.62;
	pen.text('inside/name', left, y, watchesMessage(locale, 'watches.title'), {
		...title,
		room: half
	});
	const store = watchesMessage(locale, 'watches.store', { revision: state.revision });
	pen.text('watches/store', end, y, store, {
		size: 13,
		leastSize: 11,
		font: 'mono',
		weight: 600,
		fill: 'write',
		anchor: 'end',
		room: end - left - half - 10
	});
	const ruleY = box.y + 13 + 16 * layout.type;
	pen.path('inside/rule', ['M', box.x, ruleY, 'L', right(box), ruleY], {
		stroke: 'line',
		strokeWidth: 1
	});
	const nameWidth = Math.min(214 * Math.sqrt(layout.type), (end - left) * 0.42);
	const top = box.y + 18 + 17 * layout.type;
	const logHeight = 34 * layout.type;
	const log = { x: left + nameWidth, y: top, width: end - left - nameWidth, height: logHeight };
	const fitting = Math.floor(log.width / (leastCellWidth * layout.type));
	const cells = Math.max(3, Math.min(mostCells, fitting));
	const last = writes.slice(Math.max(0, count - cells), count);
	const places = drawStoreLog(view, log, cells, last);
	const names = watchersIn(
		steps.keys(),
		(name) => stepAt(steps.get(name)!, clock.nowMs) !== undefined
	);
	const rowsTop = top + logHeight + 4;
	const room = bottom(box) - 8 - rowsTop;
	const fits = Math.max(1, Math.floor(room / (19 * layout.type)));
	const shown = names.slice(0, fits);
	const height = Math.min(30 * layout.type, room / Math.max(1, shown.length));
	shown.forEach((name, i) => {
		const step = stepAt(steps.get(name)!, clock.nowMs)!;
		const behind = count - bisect(writes, ({ revision }) => revision > step.version);
		const row = { x: left, y: rowsTop + i * height, width: end - left, height };
		const at = placeOf(places, step.version, log);
		drawWatcher(view, row, nameWidth, {
			name,
			step,
			behind,
			at,
			log,
			selective: selective.has(name)
		});
	});
}

/** Persons first, then the control plane, then the nodes. */
function watchersIn(
	actors: Iterable<ActorId>,
	isThere: (name: ActorId) => boolean
): readonly ActorId[] {
	const rank = (name: ActorId) => (name.startsWith('kubectl/') ? 0 : name.includes('/') ? 2 : 1);
	// The scheduler before the controllers, the nodes as they are counted.
	const order = (a: ActorId, b: ActorId) => (a < b === (rank(a) === 2) ? -1 : 1);
	return [...actors]
		.filter((name) => isThere(name))
		.sort((a, b) => rank(a) - rank(b) || order(a, b));
}

/** Under the last entry that a version covers; at the log's beginning when none of those shown is. */
function placeOf(places: readonly LogPlace[], version: number, log: Box): number {
	const place = places.findLast(({ revision }) => revision <= version);
	return place ? place.x : log.x;
}
