import { message } from '#lib/i18n/message.ts';
import type { Box } from './box.ts';
import { drawComponent } from './draw-frame.ts';
import { messageNames } from './message-text.ts';
import type { View } from './view.ts';

/** The controllers: what they heard last, and that they have nothing to do. */
export function drawControllerManager(view: View, box: Box): void {
	const { pen, state, clock, locale, ranks } = view;
	const heard = state.heard.get('controller-manager');
	const isNews = heard && (view.showEverything || ranks[heard.seq] === 'story');
	const glow = heard && isNews ? clock.glow(heard.receivedAtMs, 1500) : 0;
	drawComponent(view, 'controller-manager', box, '10257', { ink: 'watch', strength: glow });
	const status =
		heard && glow > 0
			? message(locale, 'scene.heard', { what: messageNames(heard)[0]! })
			: message(locale, 'scene.watching-idle');
	const y = box.y + box.height - 12;
	pen.text('controller-manager/status', box.x + 14, y, status, {
		size: 11.5,
		fill: 'ink2',
		room: box.width - 28
	});
}
