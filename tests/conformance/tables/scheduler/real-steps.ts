import type { Pod } from '#lib/kubernetes/pod.ts';
import type { TraceEvent, Transition } from '#lib/trace/event.ts';
import type { GivenObject } from './admitted.ts';
import { conditionOf, type LabWorld, SchedulerLab } from './scheduler-lab.ts';

type Listed = Parameters<SchedulerLab['create']>[0];

interface Step {
	readonly create?: Partial<Record<Listed, readonly GivenObject[]>>;
	readonly patch?: Partial<Record<Listed, readonly GivenObject[]>>;
	readonly delete?: Partial<Record<Listed, readonly string[]>>;
	readonly waitSeconds: number;
}

export interface StepsInput extends LabWorld {
	readonly steps: readonly Step[];
}

/** What each step led to. */
export function stepsFacts(input: StepsInput): readonly unknown[] {
	const lab = new SchedulerLab(input);
	return input.steps.map((step) => {
		const seen = { events: lab.events.length, posted: lab.posted.length };
		const unbound = lab.pods().filter(({ spec }) => !spec.nodeName);
		perform(lab, step);
		lab.settle(step.waitSeconds * 1000);
		return factsSince(lab, seen, unbound, step);
	});
}

function perform(lab: SchedulerLab, step: Step): void {
	const each = <T>(
		lists: Partial<Record<Listed, readonly T[]>> | undefined,
		act: (listed: Listed, item: T) => void
	): void => {
		for (const [listed, items] of Object.entries(lists ?? {})) {
			for (const item of items) {
				act(listed as Listed, item);
				lab.tick();
			}
		}
	};
	each(step.create, (listed, object) => lab.create(listed, object));
	each(step.patch, (listed, patch) => lab.patch(listed, patch));
	each(step.delete, (listed, name) => lab.remove(listed, name));
}

function factsSince(
	lab: SchedulerLab,
	seen: { readonly events: number; readonly posted: number },
	unbound: readonly Pod[],
	step: Step
): unknown {
	const transitions = lab.events.slice(seen.events).filter(isScheduling);
	const woken = transitions.flatMap(({ subject, facts }) =>
		facts?.['change'] === undefined || facts['meanwhile'] === true
			? []
			: [{ pod: nameIn(subject!), event: String(facts['change']) }]
	);
	const refused = lab.decisions(seen.events).filter(({ winner }) => winner === null);
	const waited = new Set(
		[...unbound, ...(step.create?.pods ?? [])].map(({ metadata }) => metadata.name!)
	);
	const pods = lab.pods();
	return {
		attempts: transitions.flatMap(({ event, subject }) =>
			event === 'POPPED' ? [nameIn(subject!)] : []
		),
		bound: pods
			.flatMap(({ metadata, spec }) =>
				spec.nodeName && waited.has(metadata.name!) && !isGivenNode(step, metadata.name!)
					? [{ pod: metadata.name!, node: spec.nodeName }]
					: []
			)
			.sort(byPod),
		wakeups: unique(woken).sort(byPod),
		...(refused.length > 0 && {
			unschedulablePlugins: Object.fromEntries(
				refused.map(({ pod, nodes }) => [
					nameIn(pod),
					[...new Set(nodes.flatMap(({ refusedBy }) => refusedBy ?? []))].sort()
				])
			)
		}),
		events: lab.posted.slice(seen.posted).sort(byPod),
		pods: Object.fromEntries(pods.map((pod) => [pod.metadata.name!, stateOf(pod)]))
	};
}

/** Created with a node: nobody bound it. */
function isGivenNode(step: Step, name: string): boolean {
	const given = step.create?.pods?.find(({ metadata }) => metadata.name === name);
	return (given?.['spec'] as { nodeName?: string } | undefined)?.nodeName !== undefined;
}

function isScheduling(event: TraceEvent): event is Transition {
	return event.kind === 'transition' && event.machine === 'scheduling-cycle';
}

function stateOf(pod: Pod): object {
	const { nodeName } = pod.spec;
	const { nominatedNodeName } = pod.status;
	const scheduled = conditionOf(pod, 'PodScheduled');
	const target = conditionOf(pod, 'DisruptionTarget');
	return {
		...(nodeName && { nodeName }),
		...(nominatedNodeName && { nominatedNodeName }),
		...(pod.metadata.deletionTimestamp && { terminating: true }),
		...(scheduled && { PodScheduled: scheduled }),
		...(target && { DisruptionTarget: target })
	};
}

function nameIn(key: string): string {
	return key.slice(key.indexOf('/') + 1);
}

function unique<T>(items: readonly T[]): T[] {
	return [...new Map(items.map((item) => [JSON.stringify(item), item])).values()];
}

function byPod(a: { readonly pod: string }, b: { readonly pod: string }): number {
	return a.pod < b.pod ? -1 : a.pod > b.pod ? 1 : 0;
}
