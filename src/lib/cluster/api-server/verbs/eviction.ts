import {
	type LabelSelector,
	selectorMatches,
	selectorOf
} from '#lib/kubernetes/labels/selector.ts';
import type { KubeObject, Status } from '#lib/kubernetes/object.ts';
import type { Condition, Pod } from '#lib/kubernetes/pod.ts';
import {
	badRequest,
	internalError,
	isStatus,
	notFound,
	success,
	tooManyRequests
} from '#lib/kubernetes/status.ts';
import type { QuotaCharge } from '../admission/resource-quota.ts';
import type { Proposal, RequestContext, WriteOperation } from '../operation.ts';
import { storageKey } from '../storage-key.ts';
import type { DeleteOptions } from './delete-options.ts';
import { deleteOperation } from './delete.ts';

interface Eviction {
	readonly metadata?: { readonly name?: string };
	readonly deleteOptions?: DeleteOptions;
}

interface Budget extends KubeObject {
	readonly spec: {
		readonly selector?: LabelSelector;
		readonly unhealthyPodEvictionPolicy?: string;
	};
	readonly status?: {
		readonly observedGeneration?: number;
		readonly disruptionsAllowed?: number;
		readonly desiredHealthy?: number;
		readonly currentHealthy?: number;
		readonly disruptedPods?: Readonly<Record<string, string>>;
	};
}

/** Whether someone who asks for an eviction only wants to know. */
export function isEvictionRehearsal({ request, route }: RequestContext): boolean {
	const { deleteOptions } = (request.body ?? {}) as Eviction;
	return route.subresource === 'eviction' && (deleteOptions?.dryRun ?? []).includes('All');
}

/**
 * POST …/pods/NAME/eviction: deletes a Pod when its disruption budget lets it go, and takes one from the budget.
 * Models pkg/registry/core/pod/storage/eviction.go EvictionREST.Create.
 */
export function evictionOperation(context: RequestContext): WriteOperation {
	const { request, route, cache, timestamp } = context;
	const name = route.name!;
	const { metadata, deleteOptions = {} } = (request.body ?? {}) as Eviction;
	const deletion = deleteOperation(
		{ ...context, request: { ...request, body: deleteOptions } },
		name
	);
	let charge: QuotaCharge | undefined;

	return {
		exactVersion: deletion.exactVersion,

		mutate(fresh): Proposal | Status {
			if (metadata?.name !== undefined && metadata.name !== name) {
				return badRequest('name in URL does not match name in Eviction object');
			}
			const key = storageKey('pods', route.namespace, name);
			const pod = (fresh === undefined ? cache.get(key) : fresh) as Pod | null;
			if (pod === null) return notFound({ group: '', resource: 'pods' }, name);
			charge = undefined;
			if (!isFree(pod)) {
				const budgets = budgetsOf(pod, context);
				if (budgets.length > 1) return severalBudgets();
				const [budget] = budgets;
				if (budget !== undefined && !mayGoSick(pod, budget)) {
					const budgetKey = storageKey(
						'poddisruptionbudgets',
						route.namespace,
						budget.metadata.name!
					);
					charge = {
						key: budgetKey,
						charged: (one) => disrupted(one as Budget, name, timestamp)
					};
					const first = charge.charged(budget);
					if (isStatus(first)) return first;
				}
			}
			return withCondition(deletion.mutate(fresh), timestamp);
		},

		validate: () => ({ charges: charge === undefined ? [] : [charge] }),

		respond: () => ({ code: 201, body: { ...success(), code: 201 } })
	};
}

/** A Pod that stays for its grace says why it goes. Models addConditionAndDeletePod. */
function withCondition(proposal: Proposal | Status, now: string): Proposal | Status {
	if (isStatus(proposal)) return proposal;
	const { object, unchanged } = proposal as Proposal;
	if (object === null || unchanged === true) return proposal;
	const { status } = object as Pod;
	const target: Condition = {
		type: 'DisruptionTarget',
		status: 'True',
		lastProbeTime: null,
		lastTransitionTime: now,
		reason: 'EvictionByEvictionAPI',
		message: 'Eviction API: evicting'
	};
	const others = (status.conditions ?? []).filter(({ type }) => type !== target.type);
	return {
		...(proposal as Proposal),
		object: { ...object, status: { ...status, conditions: [...others, target] } }
	};
}

/** It runs nothing, or is going already. Models canIgnorePDB. */
function isFree({ metadata, status }: Pod): boolean {
	const isOver = status.phase === 'Succeeded' || status.phase === 'Failed';
	return isOver || status.phase === 'Pending' || metadata.deletionTimestamp !== undefined;
}

function budgetsOf({ metadata }: Pod, { cache, route }: RequestContext): readonly Budget[] {
	const all = cache.list('poddisruptionbudgets', route.namespace) as readonly KubeObject[];
	return (all as readonly Budget[]).filter(
		({ spec }) => spec.selector && selectorMatches(selectorOf(spec.selector), metadata.labels)
	);
}

/** A Pod that isn't ready may go while its budget is met anyway, or always when the budget says so. */
function mayGoSick({ status }: Pod, { spec, status: budget }: Budget): boolean {
	const isReady = status.conditions?.some(
		({ type, status: value }) => type === 'Ready' && value === 'True'
	);
	if (isReady) return false;
	if (spec.unhealthyPodEvictionPolicy === 'AlwaysAllow') return true;
	const { currentHealthy = 0, desiredHealthy = 0 } = budget ?? {};
	return currentHealthy >= desiredHealthy && desiredHealthy > 0;
}

function severalBudgets(): Status {
	const message =
		'This pod has more than one PodDisruptionBudget, which the eviction subresource does not support.';
	return internalError(message);
}

/** The budget with one disruption less, or why there is none to take. Models checkAndDecrement. */
function disrupted(budget: Budget, pod: string, now: string): Budget | Status {
	const { metadata, status = {} } = budget;
	const { observedGeneration = 0, disruptionsAllowed: allowed = 0, disruptedPods = {} } = status;
	const refused = "Cannot evict pod as it would violate the pod's disruption budget.";
	if (observedGeneration < (metadata.generation ?? 0)) {
		const why = `The disruption budget ${metadata.name} is still being processed by the server.`;
		return tooManyRequests(refused, why, 10);
	}
	if (allowed <= 0) {
		const { desiredHealthy = 0, currentHealthy = 0 } = status;
		const why = `The disruption budget ${metadata.name} needs ${desiredHealthy} healthy pods and has ${currentHealthy} currently`;
		return tooManyRequests(refused, why, 0);
	}
	return {
		...budget,
		status: {
			...status,
			disruptionsAllowed: allowed - 1,
			disruptedPods: { ...disruptedPods, [pod]: now }
		}
	};
}
