import type { Pod } from '#lib/kubernetes/pod.ts';
import type { Attempt } from '../attempt.ts';
import type { Diagnosis } from '../evaluate.ts';
import { available, reasonsCounted } from '../failure-message.ts';
import { priorityOf } from '../pod-priority.ts';
import { type Candidate, leastLoss, victimsOn } from './victims.ts';

/** What comes of a Pod that fits nowhere. */
export interface Remedy {
	/** Nodes that will do once their victims are gone, none better than the others. */
	readonly candidates: readonly Candidate[];
	/** What FailedScheduling adds to the reasons; '' when there is a candidate. */
	readonly text: string;
	/** The place that was kept for the Pod is no longer kept. */
	readonly givesUp: boolean;
}

/** Models plugins/dynamicresources PostFilter, which comes first, and finds nothing to free. */
const noClaims = 'no new claims to deallocate, preemption: ';
const notHelpful = 'Preemption is not helpful for scheduling';

/** Models framework/preemption/preemption.go Preempt. */
export function remedyFor(attempt: Attempt, diagnosis: Diagnosis): Remedy {
	const none = (text: string, givesUp: boolean): Remedy => ({ candidates: [], text, givesUp });
	// Without a look at nodes the state that dynamicresources wants is missing.
	if (diagnosis.refused !== undefined) return none('not found', false);
	const { pod, cluster } = attempt;
	if (diagnosis.filtered.length === 0) return none('', true);
	const objection = objectionTo(pod, diagnosis);
	if (objection !== undefined) return none(`${noClaims}${objection}`, false);
	const budgets = cluster.objects.list('poddisruptionbudgets');
	const candidates: Candidate[] = [];
	const reasons = diagnosis.filtered.map(({ info, unresolvable }): readonly string[] => {
		if (unresolvable === true) return [notHelpful];
		const found = victimsOn(info, attempt, budgets);
		if ('reasons' in found) return found.reasons;
		candidates.push(found);
		return [];
	});
	if (candidates.length > 0) {
		return { candidates: leastLoss(candidates), text: '', givesUp: false };
	}
	return none(`${noClaims}${available(reasons.length, reasonsCounted(reasons))}`, true);
}

/** Models default_preemption.go PodEligibleToPreemptOthers. */
function objectionTo(pod: Pod, { filtered }: Diagnosis): string | undefined {
	if (pod.spec['preemptionPolicy'] === 'Never') {
		return 'not eligible due to preemptionPolicy=Never.';
	}
	const { nominatedNodeName } = pod.status;
	if (!nominatedNodeName) return undefined;
	const nominated = filtered.find(({ info }) => info.name === nominatedNodeName);
	if (nominated === undefined || nominated.unresolvable === true) return undefined;
	const waits = [...nominated.info.pods.values()].some(
		(other) => priorityOf(other) < priorityOf(pod) && goesByPreemption(other)
	);
	return waits ? 'not eligible due to a terminating pod on the nominated node.' : undefined;
}

function goesByPreemption({ metadata, status }: Pod): boolean {
	if (metadata.deletionTimestamp === undefined) return false;
	const target = status.conditions?.find(({ type }) => type === 'DisruptionTarget');
	return target?.status === 'True' && target.reason === 'PreemptionByScheduler';
}
