import type { Message } from '#lib/trace/event.ts';
import { drawLabel } from './draw-label.ts';
import { hasFailed, messageInk } from './message-text.ts';
import { alongRoute, routeOf, type Route } from './message-route.ts';
import type { Packet } from './request-path.ts';
import type { View } from './view.ts';

/** Screen time for which an arrival is still to be seen. */
export const arrivalMs = 420;
/** Where more messages than this travel at once they are a flow: dots without labels. */
const mostLabels = 12;

interface Travelling {
	readonly message: Message;
	readonly route: Route;
	/** 0 to 1 on the way, eased. */
	readonly share: number;
	/** 1 on the way, falling to 0 after arrival. */
	readonly strength: number;
}

/**
 * Everything on its way, as a dot with a short comet behind it; one label a channel. A request that is inside the API
 * server keeps its way lit and its label there until it is answered.
 */
export function drawMessages(view: View, inside: readonly Packet[]): void {
	const { clock, messages } = view;
	const travelling = messages.flatMap((message): Travelling[] => {
		const route = routeOf(view, message);
		const strength =
			clock.nowMs < message.receivedAtMs ? 1 : clock.glow(message.receivedAtMs, arrivalMs);
		if (!route || strength === 0) return [];
		return [
			{ message, route, strength, share: clock.travel(message.sentAtMs, message.receivedAtMs) }
		];
	});
	const dense = travelling.length > 40;
	const standing = dense ? [] : standingRequests(view, inside);
	for (const one of standing) drawWay(view, one);
	for (const one of travelling) drawTravelling(view, one, dense);
	drawLabels(view, [...standing, ...travelling]);
}

function standingRequests(view: View, inside: readonly Packet[]): Travelling[] {
	return inside.flatMap(({ request: { message, response }, done }): Travelling[] => {
		const arrived = message && message.receivedAtMs <= view.clock.nowMs;
		const route = arrived && !done && !response ? routeOf(view, message) : null;
		return message && route ? [{ message, route, share: 1, strength: 1 }] : [];
	});
}

function drawWay({ pen }: View, { message, route: { points } }: Travelling): void {
	const d = points.flatMap(({ x, y }, i) => [i === 0 ? 'M' : 'L', x, y]);
	const dashed = message.inferred !== undefined && { dashed: true };
	const style = { stroke: messageInk(message), strokeWidth: 2.25, opacity: 0.85, ...dashed };
	pen.path(`message/${message.seq}/way`, d, style);
}

function drawTravelling(view: View, travelling: Travelling, dense: boolean): void {
	const { pen, ranks } = view;
	const { message, route, share, strength } = travelling;
	const key = `message/${message.seq}`;
	const ink = messageInk(message);
	const subject = `message:${message.seq}`;
	const head = alongRoute(route.points, share);
	const story = ranks[message.seq] === 'story';
	const r = story ? (route.channel.startsWith('lane/') ? 5 : 6) : 3.5;
	if (strength < 1) {
		pen.circle(`${key}/arrival`, head.x, head.y, r + (1 - strength) * 13, {
			stroke: ink,
			strokeWidth: 1.75,
			opacity: strength * 0.8,
			subject
		});
		return;
	}
	if (story && !dense) {
		drawWay(view, travelling);
		for (const i of message.inferred ? [] : [3, 2, 1]) {
			const tail = alongRoute(route.points, share - i * 0.09 * Math.min(1, share * 3));
			pen.circle(`${key}/tail/${i}`, tail.x, tail.y, r * (1 - i * 0.18), {
				fill: ink,
				opacity: 0.5 - i * 0.12
			});
		}
		pen.circle(`${key}/halo`, head.x, head.y, r + 4, {
			stroke: ink,
			strokeWidth: 1.25,
			opacity: 0.4
		});
	}
	if (hasFailed(message)) {
		const a = r * 0.9;
		const d = [
			'M',
			head.x - a,
			head.y - a,
			'L',
			head.x + a,
			head.y + a,
			'M',
			head.x - a,
			head.y + a,
			'L',
			head.x + a,
			head.y - a
		];
		pen.path(key, d, { stroke: ink, strokeWidth: 2.5, subject });
	} else {
		pen.circle(key, head.x, head.y, r, { ...dotStyle(message), subject });
	}
}

/** What a recording doesn't have is hollow. */
function dotStyle(message: Message) {
	const ink = messageInk(message);
	return message.inferred === undefined
		? { fill: ink }
		: ({ fill: 'surface', stroke: ink, strokeWidth: 1.75 } as const);
}

/** The label of a channel is that of the most important message on it, the latest of those. */
function drawLabels(view: View, travelling: readonly Travelling[]): void {
	const channels = new Map<string, { first: Travelling; others: number }>();
	for (const one of travelling) {
		const known = channels.get(one.route.channel);
		if (!known) channels.set(one.route.channel, { first: one, others: 0 });
		else if (weight(view, one) >= weight(view, known.first)) {
			channels.set(one.route.channel, { first: one, others: known.others + alive(known.first) });
		} else known.others += alive(one);
	}
	if (channels.size > mostLabels) return;
	for (const { first, others } of channels.values()) {
		const { label, points } = first.route;
		if (label)
			drawLabel(view, first.message, label, {
				others,
				points,
				share: first.share,
				strength: first.strength
			});
	}
}

function alive({ strength }: Travelling): number {
	return strength === 1 ? 1 : 0;
}

function weight({ ranks }: View, { message, strength }: Travelling): number {
	return (ranks[message.seq] === 'story' ? 2 : 0) + alive({ strength } as Travelling);
}
