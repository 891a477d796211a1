import { bottom, right, type Box } from '../../box.ts';
import { wrapText } from '../../text-width.ts';
import type { View } from '../../view.ts';
import { accessChains } from './access-chains.ts';
import { accessMessage } from './access-message.ts';
import { accessAt, type AskedAccess } from './asked-access.ts';
import { drawAccessChain, drawMissingChain } from './draw-access-chain.ts';

const mostChains = 3;

/** Who wants to do what, and the way from there over bindings and roles to the rule that allows it, or to none. */
export function drawInsideAccess(view: View, box: Box): void {
	const { pen, index, clock, state, locale, layout } = view;
	const asked = accessAt(index.trace, clock.nowMs);
	const [left, width] = [box.x + 16, box.width - 32];
	if (!asked) {
		const text = accessMessage(locale, 'access.none');
		pen.text('inside/none', left, box.y + 8 + 14 * layout.type, text, {
			size: 13,
			fill: 'ink3',
			room: width
		});
		return;
	}
	drawHead(view, box, asked);
	const chains = accessChains(asked, state.objects);
	const top = box.y + 18 + 17 * layout.type;
	const foot = 44 * layout.type;
	const area = { x: left, y: top, width, height: bottom(box) - 10 - foot - top };
	drawTitles(view, area);
	const rows = { ...area, y: area.y + 18 * layout.type, height: area.height - 18 * layout.type };
	const shown = chains.slice(0, Math.min(mostChains, Math.max(1, Math.floor(rows.height / 34))));
	const height = Math.min(62 * layout.type, rows.height / Math.max(1, shown.length));
	shown.forEach((chain, i) => {
		drawAccessChain(view, { ...rows, y: rows.y + i * height, height: height - 6 }, chain);
	});
	if (shown.length === 0) drawMissingChain(view, { ...rows, height: height - 6 }, asked.user);
	drawVerdict(view, { x: left, y: bottom(box) - 8 - foot, width, height: foot }, asked, shown);
}

/** In the order in which one leads to the next. */
function drawTitles({ pen, locale }: View, area: Box): void {
	const names = ['subject', 'binding', 'role', 'rule'] as const;
	names.forEach((name, i) => {
		const text = accessMessage(locale, `access.${name}`);
		const x = area.x + (area.width / 4) * i;
		pen.text(`access/head/${name}`, x, area.y + 10, text, {
			size: 12,
			leastSize: 11,
			weight: 600,
			fill: 'ink2',
			room: area.width / 4 - 12
		});
	});
}

function drawHead({ pen, layout, locale }: View, box: Box, asked: AskedAccess): void {
	const { attributes, user, groups, call } = asked;
	const y = box.y + 8 + 14 * layout.type;
	const half = (box.width - 32) / 2;
	const who = groups.length > 0 ? `${user} (${groups.join(', ')})` : user;
	pen.text('inside/name', box.x + 16, y, who, {
		size: 14,
		leastSize: 11,
		weight: 600,
		fill: 'ink',
		room: half - 10
	});
	const { verb, resource, subresource, group, namespace, name = '', path } = attributes;
	const what = path ?? (subresource === undefined ? resource : `${resource}/${subresource}`);
	const whole = group === '' ? what : `${what}.${group}`;
	const place =
		path !== undefined
			? ''
			: namespace
				? accessMessage(locale, 'access.in', { namespace })
				: accessMessage(locale, 'access.everywhere');
	pen.text(
		'access/asks',
		right(box) - 16,
		y,
		[verb, whole, name, place].filter((word) => word !== '').join(' '),
		{
			size: 13,
			leastSize: 11,
			font: 'mono',
			weight: 600,
			fill: 'api',
			anchor: 'end',
			room: half - 10,
			subject: `message:${call.message.seq}`
		}
	);
	const ruleY = Math.min(bottom(box), box.y + 13 + 16 * layout.type);
	pen.path('inside/rule', ['M', box.x, ruleY, 'L', right(box), ruleY], {
		stroke: 'line',
		strokeWidth: 1
	});
}

function drawVerdict(
	{ pen, locale }: View,
	box: Box,
	{ verdict, reason, isQuestion }: AskedAccess,
	chains: readonly { readonly allows: boolean }[]
): void {
	const said = isQuestion ? (chains[0]?.allows ? 'allowed' : 'refused') : verdict;
	if (said === null) return;
	const ok = said === 'allowed';
	const text = isQuestion
		? accessMessage(locale, ok ? 'access.yes' : 'access.no')
		: reason === 'system:masters'
			? accessMessage(locale, 'access.masters')
			: reason;
	pen.rect('access/verdict', box, {
		fill: ok ? 'ok-tint' : 'bad-tint',
		stroke: ok ? 'ok' : 'bad',
		strokeWidth: 1.25,
		radius: 6
	});
	const style = { size: pen.typeSize(12), font: 'mono', weight: 600 } as const;
	const lines = wrapText(text, box.width - 20, style).slice(0, 2);
	const line = box.height * 0.38;
	const first = box.y + box.height / 2 + pen.typeSize(4) - ((lines.length - 1) * line) / 2;
	lines.forEach((each, i) =>
		pen.text(`access/verdict/${i}`, box.x + 10, first + line * i, each, {
			size: 12,
			font: 'mono',
			weight: 600,
			fill: ok ? 'ok' : 'bad',
			room: box.width - 20
		})
	);
}
