import { message } from '#lib/i18n/message.ts';
import { bottom, type Box } from './box.ts';
import type { PartView, View } from './view.ts';

/** Whether a part of the control plane has been stopped and not been started again. */
export function isStopped({ state }: Pick<PartView, 'state'>, component: string): boolean {
	return state.machines.get(`component/${component}`)?.state === 'stopped';
}

/** Over a component's box: it is there, and nobody is in it. */
export function drawStopped({ pen, locale }: View, component: string, box: Box): void {
	const subject = `component:${component}`;
	const key = `${component}/stopped`;
	pen.rect(key, box, { stroke: 'bad', strokeWidth: 1.75, radius: 8, dashed: true, subject });
	const base = bottom(box) - 12;
	const [x, y, r] = [box.x + 19, base - pen.typeSize(4), pen.typeSize(4.5)];
	const cross = ['M', x - r, y - r, 'L', x + r, y + r, 'M', x - r, y + r, 'L', x + r, y - r];
	pen.path(`${key}/cross`, cross, { stroke: 'bad', strokeWidth: 1.75 });
	pen.text(`${key}/says`, x + pen.typeSize(10), base, message(locale, 'scene.stopped'), {
		size: 12.5,
		weight: 600,
		fill: 'bad',
		room: box.width - 28 - pen.typeSize(10)
	});
}
