import { message } from '#lib/i18n/message.ts';
import type { MachineState } from '#lib/trace/cluster-state.ts';
import { centre, right, type Box } from './box.ts';
import { textWidth } from './text-width.ts';
import { gateNames } from './gate-names.ts';
import type { Packet } from './request-path.ts';
import { insideType, opened } from './opened.ts';
import type { View } from './view.ts';

/** The API server: five gates, the rail under them, and the requests that are inside. */
export function drawApiServer(view: View, inside: readonly Packet[]): void {
	const { pen, layout } = view;
	const { bar, gates, type } = layout;
	const leading = inside.findLast(({ done }) => !done) ?? inside[inside.length - 1] ?? null;
	const strength = leading?.strength ?? 0;
	const subject = 'component:api-server';
	pen.rect('api-server', bar, {
		fill: 'surface',
		stroke: 'line2',
		strokeWidth: 1.25,
		radius: 12,
		subject
	});
	if (strength > 0) {
		pen.rect('api-server/active', bar, {
			stroke: 'api',
			strokeWidth: 2.25,
			radius: 12,
			opacity: Math.min(1, strength * 2),
			subject
		});
	}
	const titleRoom = layout.narrow ? 110 : gates[0]!.x - bar.x - 22;
	pen.text('api-server/name', bar.x + 16, bar.y + 25, 'API server', {
		size: 16,
		weight: 600,
		fill: 'ink',
		room: titleRoom,
		subject
	});
	if (!layout.narrow)
		pen.text('api-server/port', bar.x + 16, bar.y + 28 + 16 * type, '6443', {
			size: 11.5,
			font: 'mono',
			fill: 'ink3',
			subject
		});
	gates.forEach((box, i) => drawGate(view, box, i + 1, leading));
	drawRail(view, inside);
}

function drawGate(view: View, box: Box, gate: number, packet: Packet | null): void {
	const { pen, layout } = view;
	const name = gateNames[gate - 1]!;
	const key = `gate/${name}`;
	const passed = packet !== null && (packet.gate > gate || (packet.gate === gate && packet.done));
	const skipped = packet?.reads === true && (gate === 3 || gate === 4);
	const here = packet !== null && packet.gate === gate && !packet.done;
	const refused = packet?.refusedAt === gate;
	pen.rect(key, box, { fill: 'quiet', stroke: 'line', strokeWidth: 1.25, radius: 8 });
	const opacity = packet?.strength ?? 0;
	if ((passed || here) && !skipped && opacity > 0) {
		const fill = refused ? 'bad-tint' : 'api-tint';
		const stroke = refused ? 'bad' : here ? 'api' : 'line';
		pen.rect(`${key}/lit`, box, {
			fill,
			stroke,
			strokeWidth: refused || here ? 2 : 1.25,
			radius: 8,
			opacity
		});
	}
	const lit = (passed || here) && !skipped && opacity > 0.35;
	const middle = centre(box).x;
	const room = box.width - (layout.narrow ? 2 : 10);
	if (
		layout.narrow &&
		textWidth(name, { size: pen.typeSize(11), font: 'sans', weight: 600 }) > room
	)
		return;
	const titleY = box.y + box.height * 0.4;
	pen.text(`${key}/name`, middle, layout.narrow ? centre(box).y + 4 : titleY, name, {
		size: layout.narrow ? 11 : 13,
		leastSize: 11,
		weight: lit ? 600 : 500,
		fill: lit ? 'ink' : 'ink3',
		anchor: 'middle',
		room
	});
	const note = lit && packet && !layout.narrow ? gateNote(view, packet, gate) : null;
	const scale = opened(view, box);
	if (lit && packet && scale) drawInsideGate(view, box, packet, gate, scale);
	if (!note) return;
	pen.text(`${key}/note`, middle, box.y + box.height * 0.77, note, {
		size: 11,
		fill: refused ? 'bad' : 'ink2',
		anchor: 'middle',
		room
	});
}

/** A gate opened: by what it knew, allowed or changed. */
function drawInsideGate(
	{ pen }: View,
	box: Box,
	packet: Packet,
	gate: number,
	scale: number
): void {
	const states = ['authentication', 'authorization', 'mutation', 'validation', 'storage'];
	const facts = factsAfter(packet, states[gate - 1]!);
	const content = packet.request.message?.content;
	const path = content?.type === 'request' ? `${content.verb} ${content.path}` : '';
	const text = gate === 1 ? facts?.by : gate === 2 ? path : gate === 3 ? facts?.changes : null;
	if (!text) return;
	const { size } = insideType(scale);
	const y = box.y + box.height - 2 - size * 0.3;
	const writing = {
		size,
		font: 'mono',
		fill: 'ink2',
		anchor: 'middle',
		room: box.width - 6
	} as const;
	pen.text(`gate/${gateNames[gate - 1]}/inside`, centre(box).x, y, String(text), writing);
}

/** What the machine noted when it left a gate: it stands with the state that came next. */
function factsAfter(packet: Packet, state: string): MachineState['facts'] {
	const { steps } = packet.request;
	const at = steps.findLastIndex((step) => step.state === state);
	return at < 0 ? undefined : steps[at + 1]?.facts;
}

/** What a gate says about the request: only what the trace tells. */
function gateNote({ locale }: View, packet: Packet, gate: number): string | null {
	const { request, refusedAt, reads } = packet;
	const content = request.message?.content;
	const over = packet.gate > gate || packet.done;
	if (refusedAt === gate) {
		return request.response?.content.type === 'response'
			? `${request.response.content.code} ${request.response.content.text}`
			: message(locale, 'scene.refused');
	}
	switch (gate) {
		case 1:
			return content?.type === 'request' ? content.user : null;
		case 2: {
			// A recording doesn't say who allowed it.
			const by = factsAfter(packet, 'authorization')?.by;
			return over && by !== undefined ? message(locale, 'scene.allowed', { by: String(by) }) : null;
		}
		case 3: {
			const count = factsAfter(packet, 'mutation')?.plugins;
			if (count === undefined) return null;
			if (count === 0) return message(locale, 'scene.unchanged');
			return message(locale, 'scene.plugins', { count: Number(count) });
		}
		case 4:
			return over ? message(locale, 'scene.valid') : null;
		default:
			if (reads) return message(locale, 'scene.reads');
			return request.revision === undefined
				? null
				: message(locale, 'scene.revision', { revision: request.revision });
	}
}

function drawRail({ pen, layout }: View, inside: readonly Packet[]): void {
	const { gates, railY } = layout;
	const [start, end] = [gates[0]!.x, right(gates[4]!)];
	pen.path('rail', ['M', start, railY, 'L', end, railY], { stroke: 'line', strokeWidth: 2.5 });
	for (const { request, at, refusedAt, strength, done } of inside) {
		const key = `packet/${request.id}`;
		const subject = request.message ? `message:${request.message.seq}` : undefined;
		const x = railX(start, gates, at);
		const ink = refusedAt === null ? 'api' : 'bad';
		if (x > start) {
			pen.path(`${key}/way`, ['M', start, railY, 'L', x, railY], {
				stroke: ink,
				strokeWidth: 3,
				opacity: strength
			});
		}
		if (refusedAt !== null) {
			const d = [
				'M',
				x - 5,
				railY - 5,
				'L',
				x + 5,
				railY + 5,
				'M',
				x - 5,
				railY + 5,
				'L',
				x + 5,
				railY - 5
			];
			pen.path(`${key}/cross`, d, { stroke: 'bad', strokeWidth: 2.5, opacity: strength, subject });
			continue;
		}
		const visible = done ? strength : 1;
		[1, 2, 3, 4].forEach((i) => {
			const tail = railX(start, gates, at - i * 0.045);
			if (tail > start && at % 1 > 0.02) {
				pen.circle(`${key}/tail/${i}`, tail, railY, 4.4 - i * 0.7, {
					fill: 'api',
					opacity: visible * (0.55 - i * 0.11)
				});
			}
		});
		pen.circle(`${key}/halo`, x, railY, 10.5, {
			stroke: 'api',
			strokeWidth: 1.5,
			opacity: visible * 0.45
		});
		pen.circle(key, x, railY, 6.5, { fill: 'api', opacity: visible, subject });
	}
}

/** Stop 0 is the rail's start, stop n the middle of gate n. */
function railX(start: number, gates: readonly Box[], at: number): number {
	const stops = [start, ...gates.map((gate) => centre(gate).x)];
	const low = Math.max(0, Math.min(4, Math.floor(at)));
	return stops[low]! + (stops[low + 1]! - stops[low]!) * Math.max(0, at - low);
}
