import type { KubeconfigFacts } from '#lib/trace/local-fact.ts';
import { bottom, type Box } from '../../box.ts';
import type { Ink } from '../../mark.ts';
import type { View } from '../../view.ts';
import { kubeconfigMessage } from './kubeconfig-message.ts';
import { lastCall, type LastCall } from './last-call.ts';

interface Inks {
	readonly cluster: Ink;
	readonly user: Ink;
	readonly context: Ink;
}

/** Where the next command goes, as whom and in which namespace; under it what became of the last. */
export function drawDestination(
	view: View,
	{ current, contexts, clusters, users }: KubeconfigFacts,
	box: Box,
	inks: Inks
): void {
	const { pen, locale, index, state } = view;
	const type = pen.typeSize(1);
	const context = contexts.find(({ name }) => name === current);
	const user = users.find(({ name }) => name === context?.user);
	const whom = user?.certificate?.commonName ?? user?.name ?? '';
	const server = clusters.find(({ name }) => name === context?.cluster)?.server ?? '';
	const head = { size: 12, weight: 600, fill: 'ink2', room: box.width } as const;
	const next = kubeconfigMessage(locale, 'kubeconfig.next');
	pen.text('inside/next', box.x, box.y + 11 * type, next, head);
	const lines: readonly (readonly [string, Ink])[] = [
		[server.replace(/^https:\/\//, ''), inks.cluster],
		[kubeconfigMessage(locale, 'kubeconfig.as', { user: whom }), inks.user],
		[
			kubeconfigMessage(locale, 'kubeconfig.namespace', {
				namespace: context?.namespace ?? 'default'
			}),
			inks.context
		]
	];
	lines.forEach(([text, fill], i) => {
		const y = box.y + (34 + i * 22) * type;
		const writing = { size: 16, leastSize: 12, weight: 600, fill, room: box.width } as const;
		pen.text(`inside/next/${i}`, box.x, y, text, writing);
	});
	const call = lastCall(index.trace, state.count);
	const top = box.y + 98 * type;
	if (call) drawLast(view, call, { ...box, y: top, height: bottom(box) - top });
}

function drawLast({ pen, locale }: View, call: LastCall, box: Box): void {
	const type = pen.typeSize(1);
	const { asked, user, answer, failed } = call;
	const head = { size: 12, weight: 600, fill: 'ink2', room: box.width } as const;
	pen.text(
		'inside/last',
		box.x,
		box.y + 11 * type,
		kubeconfigMessage(locale, 'kubeconfig.last'),
		head
	);
	const outcome =
		asked === null
			? kubeconfigMessage(locale, 'kubeconfig.nobody')
			: `${answer} · ${kubeconfigMessage(locale, 'kubeconfig.as', { user })}`;
	const lines: readonly (readonly [string, Ink])[] = [
		[asked ?? answer, 'ink'],
		[outcome, failed ? 'bad' : 'ok']
	];
	lines.forEach(([text, fill], i) => {
		const y = box.y + (29 + i * 17) * type;
		if (y > bottom(box)) return;
		pen.text(`inside/last/${i}`, box.x, y, text, {
			size: 12.5,
			leastSize: 10.5,
			font: 'mono',
			weight: 600,
			fill,
			room: box.width
		});
	});
}
