import { right, type Box } from '../box.ts';
import { lastWrites } from '../last-writes.ts';
import type { Ink } from '../mark.ts';
import type { Packet } from '../request-path.ts';
import type { View } from '../view.ts';

/** Screen time for which one who acted stays lit. */
const litMs = 2400;

/** The three above the bar, each lit by what it does, and the bar with its gates. */
export function drawSmallControlPlane(view: View, inside: readonly Packet[]): void {
	const { layout, state, clock, index, ranks } = view;
	const glow = (atMs: number | undefined) => (atMs === undefined ? 0 : clock.glow(atMs, litMs));
	const heard = state.heard.get('controller-manager');
	const isNews = heard && ranks[heard.seq] === 'story';
	drawSmall(view, 'controller-manager', layout.controllerManager, {
		ink: 'watch',
		strength: glow(isNews ? heard.receivedAtMs : undefined)
	});
	const decidedAtMs = state.decision?.atMs;
	drawSmall(view, 'scheduler', layout.scheduler, { ink: 'api', strength: glow(decidedAtMs) });
	drawScores(view, layout.scheduler);
	const write = lastWrites(index.trace, state.count, false).at(-1);
	drawSmall(view, 'etcd', layout.etcd, { ink: 'write', strength: glow(write?.atMs) });
	drawBar(view, inside);
}

function drawSmall(
	{ pen }: View,
	key: string,
	box: Box,
	lit: { readonly ink: Ink; readonly strength: number }
): void {
	pen.rect(key, box, { fill: 'surface', stroke: 'line2', strokeWidth: 1.5, radius: 7 });
	if (lit.strength <= 0) return;
	const opacity = Math.min(1, lit.strength * 2);
	pen.rect(`${key}/lit`, box, { stroke: lit.ink, strokeWidth: 2.75, radius: 7, opacity });
}

/** What the nodes scored the last time that someone asked, the winner in colour. */
function drawScores({ pen, state }: View, box: Box): void {
	const nodes = state.decision?.nodes.filter(({ refusedBy }) => !refusedBy).slice(0, 3) ?? [];
	const best = Math.max(1, ...nodes.map(({ total = 0 }) => total));
	nodes.forEach(({ node, total = 0 }, i) => {
		const y = box.y + 10 + i * 10;
		const width = (box.width - 28) * (total / best);
		const fill = node === state.decision?.winner ? 'api' : 'line2';
		pen.rect(`score/${node}`, { x: box.x + 14, y: y - 2.5, width, height: 5 }, { fill });
	});
}

function drawBar({ pen, layout }: View, inside: readonly Packet[]): void {
	const { bar, gates, railY } = layout;
	const strength = Math.max(0, ...inside.map((packet) => packet.strength));
	pen.rect('bar', bar, { fill: 'surface', stroke: 'line2', strokeWidth: 1.5, radius: 8 });
	if (strength > 0) {
		const opacity = Math.min(1, strength * 2);
		pen.rect('bar/lit', bar, { stroke: 'api', strokeWidth: 2.75, radius: 8, opacity });
	}
	gates.forEach((gate, i) => {
		const packet = inside.findLast((one) => one.gate === i + 1);
		const refused = packet?.refusedAt === i + 1;
		const fill = refused ? 'bad' : packet ? 'api-tint' : 'quiet';
		const stroke = refused ? 'bad' : packet ? 'api' : 'line';
		pen.rect(`gate/${i}`, gate, { fill, stroke, strokeWidth: 1.25, radius: 4 });
	});
	const left = bar.x + 12;
	const width = right(bar) - 12 - left;
	pen.path('rail', ['M', left, railY, 'L', left + width, railY], {
		stroke: 'line2',
		strokeWidth: 1.5
	});
	for (const { request, at, strength: opacity } of inside) {
		const x = left + (width * Math.max(0, at - 0.5)) / 5;
		pen.circle(`packet/${request.id}`, x, railY, 5, { fill: 'api', opacity });
	}
}
