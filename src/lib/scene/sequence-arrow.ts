import type { Message } from '#lib/trace/event.ts';
import { hasFailed, messageInk } from './message-text.ts';
import type { Pen } from './pen.ts';
import { laneOf, type Lane } from './sequence-lanes.ts';

export type Place = readonly [x: number, y: number];

/** A message as it stands in the sequence view. */
export interface Arrow {
	readonly message: Message;
	readonly from: Place;
	readonly to: Place;
}

/** Null when one of its ends has no lane. */
export function arrowOf(
	message: Message,
	lanes: ReadonlyMap<string, Lane>,
	yOf: (ms: number) => number
): Arrow | null {
	const from = lanes.get(laneOf(message.from));
	const to = lanes.get(laneOf(message.to));
	if (!from || !to || from === to) return null;
	return {
		message,
		from: [from.x, yOf(message.sentAtMs)],
		to: [to.x, yOf(message.receivedAtMs)]
	};
}

/** What hasn't been sent yet is faint. */
export function drawArrow(pen: Pen, { message, from, to }: Arrow, clusterMs: number): void {
	const key = `arrow/${message.seq}`;
	const subject = `message:${message.seq}`;
	const stroke = messageInk(message);
	const opacity = message.sentAtMs > clusterMs ? 0.28 : 1;
	const style = { stroke, strokeWidth: 1.75, opacity, subject };
	// What a recording doesn't have is dashed.
	const dashed = message.inferred !== undefined && { dashed: true };
	pen.path(key, ['M', ...from, 'L', ...to], { ...style, ...dashed });
	const angle = Math.atan2(to[1] - from[1], to[0] - from[0]);
	const wing = (turn: number) =>
		[to[0] - 8 * Math.cos(angle + turn), to[1] - 8 * Math.sin(angle + turn)] as const;
	pen.path(`${key}/tip`, ['M', ...wing(0.42), 'L', ...to, 'L', ...wing(-0.42)], style);
	if (!hasFailed(message)) return;
	const [x, y] = [(from[0] + to[0]) / 2, (from[1] + to[1]) / 2];
	const cross = ['M', x - 4, y - 4, 'L', x + 4, y + 4, 'M', x - 4, y + 4, 'L', x + 4, y - 4];
	pen.path(`${key}/cross`, cross, { stroke: 'bad', strokeWidth: 2, opacity });
}
