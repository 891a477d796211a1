import { message } from '#lib/i18n/message.ts';
import { endedCount, isServed, requestsOf, type TrafficRequest } from '#lib/trace/requests.ts';
import { right, type Box, type Point } from '../box.ts';
import type { Ink } from '../mark.ts';
import { textWidth } from '../text-width.ts';
import { versionInk } from '../version-ink.ts';
import type { PartView } from '../view.ts';
import type { WorkerPlaces } from './worker-places.ts';
import { versionOfAnswer } from './version-of-answer.ts';

/** Screen time from the client to kube-proxy's rule, from there to the Pod, and back. */
const legMs = 260;
/** On the belt of answers, px a second of screen time at most. */
const beltSpeed = 0.2;
const leastStep = 7;
const mostStep = 23;
/** Of more than about so many at once only some are drawn, evenly: where the clock runs fast they would be a solid line. */
const mostFlying = 18;
/** So far back in the list one may still be on its way that was sent before others ended. */
const farthest = 80;

/** The requests of the traffic: each flies from the client over kube-proxy's rule to a Pod and back, then its answer lies on the belt. */
export function drawRequests(
	view: PartView,
	box: Box,
	places: ReadonlyMap<string, WorkerPlaces>
): void {
	const { pen, locale } = view;
	const label = message(locale, 'compare.requests');
	const y = box.y + box.height / 2;
	const labelWidth = textWidth(label, { size: pen.typeSize(12), font: 'sans' });
	pen.text('requests/label', box.x, y + 4, label, { size: 12, fill: 'ink2' });
	const belt = { ...box, x: box.x + labelWidth + 16, width: box.width - labelWidth - 16 };
	drawRequestsOn(view, belt, places);
}

/** As `drawRequests`, where nothing is written. */
export function drawRequestsOn(
	view: PartView,
	belt: Box,
	places: ReadonlyMap<string, WorkerPlaces>
): void {
	const requests = requestsOf(view.index.trace);
	const ended = endedCount(requests, view.clock.nowMs);
	const client = { x: belt.x - 8, y: belt.y + belt.height / 2 };
	drawBelt(view, belt, requests, ended);
	drawFlying(view, client, requests, ended, places);
}

/** One path for each colour: there are many, and none is pressed by itself. */
function drawBelt(
	{ pen, clock, index }: PartView,
	belt: Box,
	requests: readonly TrafficRequest[],
	ended: number
): void {
	const end = right(belt) - 6;
	const y = belt.y + belt.height / 2;
	const gapMs = typicalGap(requests);
	const step = Math.max(leastStep, Math.min(mostStep, gapMs * beltSpeed));
	const perMs = step / gapMs;
	const r = Math.min(4.5, step * 0.42);
	const answered = new Map<Ink, (string | number)[]>();
	const lost: (string | number)[] = [];
	for (let i = ended - 1; i >= 0; i--) {
		const request = requests[i]!;
		const x = end - (clock.nowMs - request.endedAtMs) * perMs;
		if (x < belt.x + 4) break;
		if (!isServed(request)) {
			lost.push(...crossAt(x, y, r));
			continue;
		}
		const ink = inkOf(request, index.trace);
		const path = answered.get(ink) ?? [];
		answered.set(ink, path);
		path.push('M', x - r, y, 'A', r, r, '0 1 1', x + r, y, 'A', r, r, '0 1 1', x - r, y);
	}
	for (const [ink, path] of answered) pen.path(`belt/${ink}`, path, { fill: ink });
	if (lost.length > 0) pen.path('belt/lost', lost, { stroke: 'bad', strokeWidth: 1.75 });
}

function crossAt(x: number, y: number, r: number): (string | number)[] {
	const a = r * 0.95;
	return ['M', x - a, y - a, 'L', x + a, y + a, 'M', x - a, y + a, 'L', x + a, y - a];
}

/** Requests come evenly: the middle of the distances is theirs. */
function typicalGap(requests: readonly TrafficRequest[]): number {
	if (requests.length < 2) return 100;
	const first = requests[0]!.sentAtMs;
	const last = requests[requests.length - 1]!.sentAtMs;
	return Math.max(1, (last - first) / (requests.length - 1));
}

function drawFlying(
	view: PartView,
	client: Point,
	requests: readonly TrafficRequest[],
	ended: number,
	places: ReadonlyMap<string, WorkerPlaces>
): void {
	const { clock, pen, index } = view;
	const flying: TrafficRequest[] = [];
	// Those that have not ended yet are on their way too: they stand a little later in the list.
	const last = Math.min(requests.length, ended + farthest);
	const window = clock.nowMs - clock.before(3 * legMs);
	const every = Math.max(1, Math.ceil(window / typicalGap(requests) / mostFlying));
	for (let i = last - 1; i >= 0; i--) {
		const request = requests[i]!;
		if (request.sentAtMs > clock.nowMs) continue;
		if (request.id % every !== 0) continue;
		if (clock.since(request.sentAtMs) > 3 * legMs) {
			if (i < ended - farthest * every) break;
			continue;
		}
		flying.push(request);
	}
	for (const request of flying) {
		const proxy = places.get(request.node)?.proxy;
		const pod = request.pod ? podPlace(places, request.pod) : undefined;
		if (!proxy) continue;
		const age = clock.since(request.sentAtMs) / legMs;
		const far = pod ?? proxy;
		const lost = !isServed(request);
		const key = `flying/${request.id}`;
		if (age < 1) {
			drawDot(pen, key, between(client, proxy, age), null, 'api', 3.5);
		} else if (age < 2) {
			if (lost && !pod) fall(pen, key, proxy, age - 1, request);
			else drawDot(pen, key, between(proxy, far, age - 1), null, 'api', 3.5);
		} else if (lost) {
			if (pod) fall(pen, key, pod, age - 2, request);
		} else {
			drawDot(pen, key, between(far, client, age - 2), null, inkOf(request, index.trace), 3.5);
		}
	}
}

function podPlace(places: ReadonlyMap<string, WorkerPlaces>, pod: string): Point | undefined {
	for (const { pods } of places.values()) {
		const place = pods.get(pod);
		if (place) return place;
	}
	return undefined;
}

/** What fails falls where it failed. */
function fall(
	pen: PartView['pen'],
	key: string,
	from: Point,
	share: number,
	request: TrafficRequest
): void {
	const at = { x: from.x, y: from.y + share * share * 26 };
	drawDot(pen, key, at, request, 'bad', 4, 1 - share);
}

function between(from: Point, to: Point, share: number): Point {
	const eased = share < 0.5 ? 2 * share * share : 1 - 2 * (1 - share) * (1 - share);
	return { x: from.x + (to.x - from.x) * eased, y: from.y + (to.y - from.y) * eased };
}

/** A dot, or a cross where it failed. */
function drawDot(
	pen: PartView['pen'],
	key: string,
	{ x, y }: Point,
	request: TrafficRequest | null,
	ink: Ink,
	r: number,
	opacity = 1
): void {
	if (!request || isServed(request)) {
		pen.circle(key, x, y, r, { fill: ink, opacity });
		return;
	}
	pen.path(key, crossAt(x, y, r), { stroke: 'bad', strokeWidth: 1.75, opacity });
}

/** The colour of the ReplicaSet whose Pod answered. */
function inkOf(request: TrafficRequest, trace: Parameters<typeof versionOfAnswer>[0]): Ink {
	if (!isServed(request)) return 'bad';
	return versionInk(versionOfAnswer(trace, request), 'ok');
}
