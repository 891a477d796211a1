import type { KubeconfigFacts } from '#lib/trace/local-fact.ts';
import { bottom, centre, right, type Box } from '../../box.ts';
import type { Ink } from '../../mark.ts';
import type { View } from '../../view.ts';
import { drawDestination } from './draw-destination.ts';
import { drawEntry, type Entry } from './draw-entry.ts';
import { kubeconfigMessage } from './kubeconfig-message.ts';

const padding = 16;
const leastWideWidth = 480;
const mostHeight = 44;
const gap = 6;
const currentInk: Ink = 'api';
const clusterInk: Ink = 'watch';
const userInk: Ink = 'cri';

/** A kubeconfig opened: its contexts, the cluster and the user that the current one names, and where the next command goes. */
export function drawInsideKubeconfig(view: View, sheet: Box): void {
	const { pen, locale, state } = view;
	const box = {
		x: sheet.x + padding,
		y: sheet.y + 10,
		width: sheet.width - 2 * padding,
		height: sheet.height - 20
	};
	const config = state.kubeconfig && sorted(state.kubeconfig);
	if (!config) {
		const none = kubeconfigMessage(locale, 'kubeconfig.none');
		const writing = { size: 13, fill: 'ink2', room: box.width } as const;
		return pen.text('inside/none', box.x, box.y + pen.typeSize(16), none, writing);
	}
	const { lists, middle, last } = placesIn(box, pen.typeSize(1));
	const half = (lists.height - gap) / 2;
	const current = config.contexts.find(({ name }) => name === config.current);
	const contexts = drawList(view, 'contexts', contextEntries(view, config), lists);
	const clusters = drawList(view, 'clusters', clusterEntries(config), { ...middle, height: half });
	const users = drawList(view, 'users', userEntries(view, config), {
		...middle,
		y: middle.y + half + gap,
		height: half
	});
	drawWays(
		view,
		contexts.get(config.current),
		clusters.get(current?.cluster ?? ''),
		users.get(current?.user ?? '')
	);
	drawDestination(view, config, last, { cluster: clusterInk, user: userInk, context: currentInk });
}

/** Three columns; on a phone two, and where the next command goes under them. */
function placesIn(box: Box, type: number): Readonly<Record<'lists' | 'middle' | 'last', Box>> {
	const isNarrow = box.width < leastWideWidth * type;
	const column = box.width * (isNarrow ? 0.46 : 0.275);
	const between = box.width * (isNarrow ? 0.08 : 0.055);
	const lists = { ...box, width: column, height: isNarrow ? box.height - 168 * type : box.height };
	const middle = { ...lists, x: box.x + column + between };
	if (isNarrow) {
		return { lists, middle, last: { ...box, y: bottom(lists) + 8, height: 160 * type } };
	}
	const x = right(middle) + between;
	return { lists, middle, last: { ...box, x, width: right(box) - x } };
}

/** In the order in which kubectl lists and writes them, so that none moves when one is changed. */
function sorted(config: KubeconfigFacts): KubeconfigFacts {
	const inOrder = <T extends { readonly name: string }>(list: readonly T[]): readonly T[] =>
		[...list].sort((a, b) => (a.name < b.name ? -1 : 1));
	return {
		...config,
		contexts: inOrder(config.contexts),
		clusters: inOrder(config.clusters),
		users: inOrder(config.users)
	};
}

function contextEntries({ locale }: View, { contexts, current }: KubeconfigFacts): Entry[] {
	return contexts.map(({ name, namespace }) => ({
		key: `inside/contexts/${name}`,
		name: name === current ? `* ${name}` : name,
		detail:
			namespace === undefined
				? kubeconfigMessage(locale, 'kubeconfig.usual-namespace')
				: kubeconfigMessage(locale, 'kubeconfig.namespace', { namespace }),
		ink: name === current ? currentInk : null
	}));
}

function clusterEntries({ clusters, contexts, current }: KubeconfigFacts): Entry[] {
	const named = contexts.find(({ name }) => name === current)?.cluster;
	return clusters.map(({ name, server }) => ({
		key: `inside/clusters/${name}`,
		name,
		detail: server,
		ink: name === named ? clusterInk : null
	}));
}

function userEntries({ locale }: View, { users, contexts, current }: KubeconfigFacts): Entry[] {
	const named = contexts.find(({ name }) => name === current)?.user;
	return users.map(({ name, certificate }) => ({
		key: `inside/users/${name}`,
		name,
		detail: certificate
			? kubeconfigMessage(locale, 'kubeconfig.groups', {
					user: certificate.commonName,
					groups: certificate.organizations.join(', ')
				})
			: '',
		ink: name === named ? userInk : null
	}));
}

/** Entries one under the other below their heading; gives their boxes by name. */
function drawList(
	view: View,
	what: 'contexts' | 'clusters' | 'users',
	entries: readonly Entry[],
	box: Box
): ReadonlyMap<string, Box> {
	const { pen, locale } = view;
	const type = pen.typeSize(1);
	const heading = kubeconfigMessage(locale, `kubeconfig.${what}`);
	const style = { size: 12, weight: 600, fill: 'ink2', room: box.width } as const;
	pen.text(`inside/${what}`, box.x, box.y + 11 * type, heading, style);
	const top = box.y + 17 * type;
	const room = bottom(box) - top - (entries.length - 1) * gap;
	const height = Math.min(mostHeight * type, room / Math.max(1, entries.length));
	return new Map(
		entries.map((entry, i) => {
			const place = { x: box.x, y: top + i * (height + gap), width: box.width, height };
			drawEntry(view, entry, place);
			return [entry.key.split('/').at(-1)!, place] as const;
		})
	);
}

/** From the context to what it names: out, up or down, and in, so that the two never cross. */
function drawWays(
	{ pen }: View,
	from: Box | undefined,
	cluster: Box | undefined,
	user: Box | undefined
): void {
	if (!from) return;
	const turns = user && centre(user).y < from.y ? [0.35, 0.65] : [0.65, 0.35];
	[cluster, user].forEach((to, i) => {
		if (!to) return;
		const start = { x: right(from), y: from.y + from.height * (i === 0 ? 0.35 : 0.65) };
		const end = { x: to.x, y: centre(to).y };
		const turn = start.x + (end.x - start.x) * turns[i]!;
		const way = ['M', start.x, start.y, 'L', turn, start.y, 'L', turn, end.y, 'L', end.x, end.y];
		const [what, stroke] = i === 0 ? ['cluster', clusterInk] : ['user', userInk];
		pen.path(`inside/way/${what}`, way, { stroke: stroke as Ink, strokeWidth: 2 });
	});
}
