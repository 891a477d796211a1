import type { Pod } from '#lib/kubernetes/pod.ts';
import { compared, type Outcome } from '../../outcome.ts';
import type { Case } from '../../table.ts';
import type { GivenObject } from './admitted.ts';
import {
	asRecorded,
	decisionFacts,
	type DecisionFacts,
	inOneOrder,
	type Said,
	said
} from './real-decision.ts';
import { type LabWorld, SchedulerLab } from './scheduler-lab.ts';

const attemptMs = 400;
const hash = '6d4cf56db6';

interface SequenceInput extends LabWorld {
	readonly deployment: GivenObject;
}

interface StepFacts extends DecisionFacts {
	readonly event?: Said;
}

/** The Pods of a Deployment, one after another; where the choice is free, the recorded one counts for the next. */
export function sequenceOutcome({ input, expected }: Case): Outcome {
	const world = input as SequenceInput;
	const { steps } = expected as { readonly steps: readonly StepFacts[] };
	const replicaSet = replicaSetOf(world.deployment);
	const lab = new SchedulerLab({ ...world, replicaSets: [replicaSet] });
	const got = steps.map((step, index) => {
		const pod = podOf(replicaSet, `${replicaSet.metadata.name}-${index}`);
		const seen = { events: lab.events.length, posted: lab.posted.length };
		const diagnosis = lab.scheduler.attempt(lab.admitted('pods', pod) as Pod).diagnose();
		lab.create('pods', pod);
		lab.settle(attemptMs);
		const name = pod.metadata.name!;
		const decision = lab.decisions(seen.events).find((made) => made.pod.endsWith(name))!;
		const { filtered, ...facts } = decisionFacts(diagnosis, decision);
		const event = lab.posted.slice(seen.posted).find((posted) => posted.pod === name);
		if (step.chosen !== undefined && lab.pod(name)?.spec.nodeName !== step.chosen) {
			lab.remove('pods', name);
			lab.create('pods', { ...pod, spec: { ...(pod['spec'] as object), nodeName: step.chosen } });
			lab.settle(attemptMs);
		}
		return asRecorded(
			{
				...facts,
				...(Object.keys(filtered!).length > 0 && { filtered: filtered! }),
				...(facts.chosen === undefined && event && { event: said(event) })
			},
			step
		);
	});
	return compared({ steps: steps.map(inOneOrder) }, { steps: got });
}

interface Template {
	readonly metadata?: { readonly labels?: Readonly<Record<string, string>> };
	readonly spec: object;
}

function replicaSetOf({ metadata, spec }: GivenObject): GivenObject {
	const { selector, template } = spec as {
		selector: { matchLabels?: Readonly<Record<string, string>> };
		template: Template;
	};
	const own = { 'pod-template-hash': hash };
	return {
		metadata: { ...metadata, name: `${metadata.name}-${hash}`, uid: 'uid-replicaset' },
		spec: {
			selector: { ...selector, matchLabels: { ...selector.matchLabels, ...own } },
			template: { ...template, metadata: { labels: { ...template.metadata?.labels, ...own } } }
		}
	};
}

function podOf({ metadata, spec }: GivenObject, name: string): GivenObject {
	const { template } = spec as { template: Template };
	const owner = {
		apiVersion: 'apps/v1',
		kind: 'ReplicaSet',
		name: metadata.name!,
		uid: metadata.uid!,
		controller: true
	};
	const labels = template.metadata?.labels ?? {};
	return { metadata: { name, labels, ownerReferences: [owner] }, spec: template.spec };
}
