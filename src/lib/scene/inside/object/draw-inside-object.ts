import type { KubeObject } from '#lib/kubernetes/object.ts';
import { bisect } from '#lib/trace/bisect.ts';
import type { Write } from '#lib/trace/event.ts';
import { historyOf } from '#lib/trace/history.ts';
import type { Box } from '../../box.ts';
import { right } from '../../box.ts';
import type { View } from '../../view.ts';
import { drawFieldWriters, type PartRow } from './draw-field-writers.ts';
import { drawRefusedFile } from './draw-refused-file.ts';
import { drawRestPath } from './draw-rest-path.ts';
import {
	fieldWriters,
	type FieldWriters,
	type Writer,
	type WrittenField
} from './field-writers.ts';
import { objectMessage } from './object-message.ts';
import { personWrites, type PersonWrites, type Refusal } from './person-writes.ts';
import { restPath } from './rest-path.ts';

const padding = 16;
const leastWideWidth = 480;

/** An object opened: where it has its place, and who writes which part of it; or the file that none could be made of. */
export function drawInsideObject(view: View, sheet: Box): void {
	const { index, state, focus, locale, pen } = view;
	const people = personWrites(index.trace);
	const box = {
		x: sheet.x + padding,
		y: sheet.y + 12,
		width: sheet.width - 2 * padding,
		height: sheet.height - 20
	};
	const refusal = before(people.refusals, state.count);
	const made = before(people.writes, state.count);
	if (focus === null && refusal && refusal.seq > (made?.seq ?? -1)) {
		const file = fileOf(view, people, refusal);
		if (file) return drawRefusedFile(view, box, refusal, file);
	}
	const key = focus ?? made?.key;
	const versions = key === undefined ? [] : historyOf(index.trace, key);
	const past = versions.slice(
		0,
		bisect(versions, ({ seq }) => seq >= state.count)
	);
	if (past.length === 0) {
		const none = objectMessage(locale, 'object.none');
		pen.text('inside/none', box.x, box.y + pen.typeSize(16), none, { size: 13, fill: 'ink2' });
		return;
	}
	drawObject(view, box, people, past, versions);
}

function drawObject(
	view: View,
	box: Box,
	people: PersonWrites,
	past: readonly Write[],
	all: readonly Write[]
): void {
	const { pen, locale } = view;
	const type = pen.typeSize(1);
	const last = past.at(-1);
	const object = last?.object ?? last?.previous;
	if (!last || !object) return;
	const path = restPath(past[0]!, people.requests);
	const state = last.object ? `revision ${last.revision}` : objectMessage(locale, 'object.gone');
	// On a phone the path takes all the room.
	const stateRoom = box.width < leastWideWidth * type ? 0 : 110 * type;
	drawRestPath(view, path, { ...box, width: box.width - stateRoom });
	if (stateRoom > 0)
		pen.text('inside/revision', right(box), box.y + 13 * type, state, {
			size: 13,
			font: 'mono',
			weight: 600,
			fill: 'write',
			anchor: 'end',
			room: stateRoom,
			subject: `object:${last.key}`
		});
	const top = box.y + 42 * type;
	const table = { ...box, y: top, height: box.y + box.height - top };
	const rows = (upTo: readonly Write[]): readonly PartRow[] => {
		const newest = upTo.findLast((write) => write.object !== null)?.object ?? object;
		return rowsOf(newest, fieldWriters(upTo, people.requests));
	};
	drawFieldWriters(view, table, rows(past), rows(all));
}

/** apiVersion and kind, metadata, what is wanted, what is; other parts such as data in the place of spec. */
function rowsOf(object: KubeObject, fields: FieldWriters): readonly PartRow[] {
	const own = new Set(['apiVersion', 'kind', 'metadata', 'status']);
	const others = Object.keys(object).filter((name) => !own.has(name));
	const of = (part: string): PartRow => ({ label: part, fields: fields.get(part) ?? new Map() });
	return [
		typeRow(object, fields),
		of('metadata'),
		...others.map(of),
		...(object.status === undefined ? [] : [of('status')])
	];
}

/** They have no fields of their own: what stands there is their value. */
function typeRow({ apiVersion, kind }: KubeObject, fields: FieldWriters): PartRow {
	const written = new Map<Writer, WrittenField[]>();
	for (const [part, name] of Object.entries({ apiVersion, kind })) {
		for (const [writer, list] of fields.get(part) ?? []) {
			const values = list.map(({ write }) => ({ name, write }));
			written.set(writer, [...(written.get(writer) ?? []), ...values]);
		}
	}
	return { label: 'apiVersion, kind', fields: written };
}

/** The file that a command named, as the person had it. */
function fileOf({ index }: View, { typed }: PersonWrites, { command }: Refusal) {
	const name = /-f[ =]?(\S+)/.exec(typed.get(command) ?? '')?.[1];
	const files = (index.trace.header.input as { files?: Readonly<Record<string, string>> }).files;
	const text = name === undefined ? undefined : files?.[name];
	return name !== undefined && text !== undefined ? { name, text } : undefined;
}

/** The last of what happened among the first `count` events. */
function before<T extends { readonly seq: number }>(list: readonly T[], count: number) {
	return list[bisect(list, ({ seq }) => seq >= count) - 1];
}
