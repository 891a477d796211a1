import type { Pod } from '#lib/kubernetes/pod.ts';
import { isSidecar } from '#lib/kubernetes/pod-status/container-status.ts';
import { isPodReady, readySinceMs, timeMs } from '../pod-activity.ts';

/** The rule that says which of two Pods goes first. */
export type DeletionRule =
	| 'unassigned'
	| 'phase'
	| 'not ready'
	| 'deletion cost'
	| 'doubled up'
	| 'ready for a shorter time'
	| 'more restarts'
	| 'younger'
	| 'uid';

/** Below 0: `a` goes first; 0: either. */
export interface DeletionVerdict {
	readonly order: number;
	readonly rule?: DeletionRule;
}

/** A Pod and on how many of its kind it shares its node with; the fuller the node, the sooner it goes. */
export interface RankedPod {
	readonly pod: Pod;
	readonly rank: number;
}

const costAnnotation = 'controller.kubernetes.io/pod-deletion-cost';
const phaseOrder: Readonly<Record<string, number>> = { Pending: 0, Unknown: 1, Running: 2 };

/**
 * Which of a ReplicaSet's Pods goes first. Times count on a logarithmic scale, so that Pods of about the same age go in no
 * predictable order. Models pkg/controller/controller_utils.go ActivePodsWithRanks.Less.
 *
 * @param nowMs epoch ms
 */
export function compareForDeletion(a: RankedPod, b: RankedPod, nowMs: number): DeletionVerdict {
	const first = compareState(a.pod, b.pod);
	if (first.order !== 0) return first;
	const cost = deletionCost(a.pod) - deletionCost(b.pod);
	if (cost !== 0) return { order: cost, rule: 'deletion cost' };
	if (a.rank !== b.rank) return { order: b.rank - a.rank, rule: 'doubled up' };
	return compareAges(a.pod, b.pod, (left, right) => {
		if (left === undefined || right === undefined) return youngerFirst(left, right);
		return logarithm(nowMs - left) - logarithm(nowMs - right) || undefined;
	});
}

/** The same without ranks and costs, times to the second. Models controller_utils.go ActivePods.Less. */
export function compareActivePods(a: Pod, b: Pod): DeletionVerdict {
	const first = compareState(a, b);
	return first.order !== 0 ? first : compareAges(a, b, youngerFirst);
}

function compareState(a: Pod, b: Pod): DeletionVerdict {
	const assigned = Number(Boolean(a.spec.nodeName)) - Number(Boolean(b.spec.nodeName));
	if (assigned !== 0) return { order: assigned, rule: 'unassigned' };
	const phase = phaseRank(a) - phaseRank(b);
	if (phase !== 0) return { order: phase, rule: 'phase' };
	return { order: Number(isPodReady(a)) - Number(isPodReady(b)), rule: 'not ready' };
}

/** Epoch ms, undefined where the time is unknown. */
type Time = number | undefined;

/** @param compare undefined: too close to tell, so the uid decides */
function compareAges(
	a: Pod,
	b: Pod,
	compare: (left: Time, right: Time) => number | undefined
): DeletionVerdict {
	const [readyA, readyB] = [readySinceMs(a), readySinceMs(b)];
	if (isPodReady(a) && readyA !== readyB) {
		const order = compare(readyA, readyB);
		if (order !== undefined) return { order, rule: 'ready for a shorter time' };
		return { order: byUid(a, b), rule: 'uid' };
	}
	const restarts = compareRestarts(a, b);
	if (restarts !== 0) return { order: restarts, rule: 'more restarts' };
	const [bornA, bornB] = [
		timeMs(a.metadata.creationTimestamp),
		timeMs(b.metadata.creationTimestamp)
	];
	if (bornA === bornB) return { order: 0 };
	const order = compare(bornA, bornB);
	return order === undefined ? { order: byUid(a, b), rule: 'uid' } : { order, rule: 'younger' };
}

/** An unknown time counts as the youngest. Models afterOrZero. */
function youngerFirst(left: Time, right: Time): number {
	if (left === undefined) return -1;
	return right === undefined ? 1 : right - left;
}

/** In nanoseconds, as upstream takes it. Models logarithmicRankDiff. */
function logarithm(ageMs: number): number {
	return ageMs > 0 ? Math.trunc(Math.log2(ageMs * 1e6)) : -1;
}

/** More restarts first, those of sidecars after those of plain containers. Models compareMaxContainerRestarts. */
function compareRestarts(a: Pod, b: Pod): number {
	return most(b, false) - most(a, false) || most(b, true) - most(a, true);
}

function most({ spec, status }: Pod, ofSidecars: boolean): number {
	const sidecars = new Set((spec.initContainers ?? []).filter(isSidecar).map(({ name }) => name));
	const counted = ofSidecars
		? (status.initContainerStatuses ?? []).filter(({ name }) => sidecars.has(name))
		: (status.containerStatuses ?? []);
	return counted.reduce((count, { restartCount = 0 }) => Math.max(count, restartCount), 0);
}

function phaseRank({ status }: Pod): number {
	return phaseOrder[status.phase ?? ''] ?? 0;
}

/** Models pkg/apis/core/helper GetDeletionCostFromPodAnnotations: a broken one counts as 0. */
function deletionCost({ metadata }: Pod): number {
	const text = metadata.annotations?.[costAnnotation] ?? '';
	return /^(0|-?[1-9]\d*)$/.test(text) ? Number(text) : 0;
}

function byUid(
	{ metadata: { uid: left = '' } }: Pod,
	{ metadata: { uid: right = '' } }: Pod
): number {
	return left < right ? -1 : Number(left > right);
}
