import type { Diagnosis } from '#lib/cluster/scheduler/evaluate.ts';
import type { Pod } from '#lib/kubernetes/pod.ts';
import type { SchedulingDecision } from '#lib/trace/event.ts';
import { type PostedEvent } from './scheduler-lab.ts';

type ByName<T> = Readonly<Record<string, T>>;

interface Status {
	readonly plugin: string;
	readonly code: string;
	readonly reasons: readonly string[];
}

/** What a table says of the nodes in one attempt; a missing field doesn't apply. */
export interface DecisionFacts {
	readonly feasible: readonly string[];
	readonly filtered?: ByName<Status>;
	readonly preFilter?: Status;
	readonly preFilterNodes?: {
		readonly plugins: readonly string[];
		readonly nodes: readonly string[];
	};
	readonly scores?: ByName<ByName<number>>;
	readonly total?: ByName<number>;
	readonly chosenOneOf?: readonly string[];
	readonly chosen?: string;
}

export function decisionFacts(
	{ filtered, refused, only }: Diagnosis,
	{ nodes, winner }: SchedulingDecision
): DecisionFacts {
	const fits = nodes.filter(({ refusedBy }) => refusedBy === undefined);
	const scored = fits.filter(({ total }) => total !== undefined);
	const best = Math.max(...scored.map(({ total }) => total!));
	const code = (unresolvable: boolean): string =>
		unresolvable ? 'UnschedulableAndUnresolvable' : 'Unschedulable';
	const looked = filtered.filter(({ left, refusedBy }) => left !== true && refusedBy !== undefined);
	return {
		feasible: fits.map(({ node }) => node).sort(),
		filtered: Object.fromEntries(
			looked.map(({ info, refusedBy, reasons, unresolvable }) => [
				info.name,
				{ plugin: refusedBy!, code: code(unresolvable === true), reasons: reasons!.toSorted() }
			])
		),
		...(refused && {
			preFilter: {
				plugin: refused.plugin,
				code: code(refused.unresolvable),
				reasons: refused.reasons
			}
		}),
		...(only && { preFilterNodes: { plugins: only.plugins, nodes: [...only.nodes].sort() } }),
		...(scored.length > 0 && {
			scores: Object.fromEntries(scored.map(({ node, scores }) => [node, scores!])),
			total: Object.fromEntries(scored.map(({ node, total }) => [node, total!])),
			chosenOneOf: scored
				.filter(({ total }) => total === best)
				.map(({ node }) => node)
				.sort()
		}),
		...(winner !== null && scored.length === 0 && { chosenOneOf: [winner] }),
		...(winner !== null && { chosen: winner })
	};
}

/** Lists whose order is chance upstream: nodes, and reasons about resources, which stand in a Go map. */
export function inOneOrder<T extends Partial<DecisionFacts>>(facts: T): T {
	const { feasible, filtered } = facts;
	return {
		...facts,
		...(feasible && { feasible: feasible.toSorted() }),
		...(filtered && {
			filtered: Object.fromEntries(
				Object.entries(filtered).map(([node, status]) => [
					node,
					{ ...status, reasons: status.reasons.toSorted() }
				])
			)
		})
	};
}

/** Of nodes that are equally good one is taken at random: ours stands for the recorded one. */
export function asRecorded<T extends { readonly chosen?: string; readonly event?: Said }>(
	got: T,
	expected: { readonly chosen?: string; readonly chosenOneOf?: readonly string[] }
): T {
	const { chosen, event } = got;
	if (chosen === undefined || expected.chosen === undefined) return got;
	if (expected.chosenOneOf?.includes(chosen) === false) return got;
	const message = event?.message.replace(/ to \S+$/, ` to ${expected.chosen}`);
	return {
		...got,
		chosen: expected.chosen,
		...(event && { event: { ...event, message: message! } })
	};
}

export type Said = Omit<PostedEvent, 'pod'>;

export function said({ type, reason, message }: PostedEvent): Said {
	return { type, reason, message };
}

export function nodeNameOf(pod: Pod | undefined): string | null {
	return pod?.spec.nodeName ?? null;
}
