import type { Pod } from '#lib/kubernetes/pod.ts';
import { compared, type Outcome } from '../../outcome.ts';
import type { Case, TableRunners } from '../../table.ts';
import type { GivenObject } from './admitted.ts';
import {
	asRecorded,
	decisionFacts,
	type DecisionFacts,
	inOneOrder,
	nodeNameOf,
	said
} from './real-decision.ts';
import { sequenceOutcome } from './real-sequence.ts';
import { type StepsInput, stepsFacts } from './real-steps.ts';
import { conditionOf, type LabWorld, SchedulerLab } from './scheduler-lab.ts';

/** Long enough for an attempt and what it writes; shorter than a back-off. */
const attemptMs = 400;
/** Longer than any back-off. */
const backoffMs = 12_000;

interface AttemptInput extends LabWorld {
	readonly pod: GivenObject;
}

function attemptFacts(input: AttemptInput, expected: DecisionFacts): unknown {
	const lab = new SchedulerLab(input);
	const { name = '', namespace = 'default' } = input.pod.metadata;
	const pod = lab.admitted('pods', input.pod) as Pod;
	const diagnosis = lab.scheduler.attempt(pod).diagnose();
	lab.create('pods', input.pod);
	lab.settle(attemptMs);
	const stored = lab.pod(name, namespace);
	const [decision] = lab.decisions();
	const condition = conditionOf(stored, 'PodScheduled');
	if (decision === undefined) {
		return {
			nodeName: nodeNameOf(stored),
			events: lab.posted,
			condition,
			attempts: 0,
			schedulerActs: false
		};
	}
	const event = lab.posted.find(({ pod: about }) => about === name);
	const facts = { ...decisionFacts(diagnosis, decision), event: event && said(event), condition };
	return { ...asRecorded(facts, expected), ...preemptionFacts(lab, name, namespace) };
}

function preemptionFacts(lab: SchedulerLab, name: string, namespace: string): object | undefined {
	const preempted = lab
		.pods()
		.filter(({ metadata }) => metadata.deletionTimestamp !== undefined)
		.flatMap((victim) => {
			const event = lab.posted.find(
				({ pod, reason }) => pod === victim.metadata.name && reason === 'Preempted'
			);
			const condition = conditionOf(victim, 'DisruptionTarget');
			return event ? [{ victim, event: said(event), condition }] : [];
		});
	if (preempted.length === 0) return undefined;
	const waiting = lab.pod(name, namespace);
	const seen = lab.posted.length;
	for (const { victim } of preempted) {
		const { name: of = '', namespace: where } = victim.metadata;
		lab.remove('pods', of, where);
	}
	lab.settle(backoffMs);
	const placed = lab.pod(name, namespace);
	const event = lab.posted.slice(seen).find(({ pod }) => pod === name);
	return {
		nominatedNode: waiting?.status.nominatedNodeName,
		preempted: preempted
			.map(({ victim: { metadata }, ...rest }) => ({
				pod: metadata.name!,
				...(metadata.namespace !== 'default' && { namespace: metadata.namespace }),
				...rest
			}))
			.sort((a, b) => (a.pod < b.pod ? -1 : 1)),
		conditionAfterPreemption: conditionOf(waiting, 'PodScheduled'),
		afterVictimsGone: {
			chosen: nodeNameOf(placed),
			event: event && said(event),
			nominatedNodeName: placed?.status.nominatedNodeName ?? null,
			condition: conditionOf(placed, 'PodScheduled')
		}
	};
}

function run({ input, expected }: Case): Outcome {
	if ('steps' in (input as object)) {
		return compared(expected, { steps: stepsFacts(input as StepsInput) });
	}
	const wanted = expected as DecisionFacts;
	return compared(inOneOrder(wanted), attemptFacts(input as AttemptInput, wanted));
}

export const realSchedulerTables: TableRunners = {
	'real-scheduler-placement': run,
	'real-scheduler-resources': run,
	'real-scheduler-messages': run,
	'real-scheduler-spread': run,
	'real-scheduler-queue': run,
	'real-scheduler-sequences': sequenceOutcome
};
