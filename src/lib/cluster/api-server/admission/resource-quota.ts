import type {
	ResourceQuota,
	ScopeRequirement
} from '#lib/kubernetes/kinds/quota/resource-quota.ts';
import type { KubeObject, Status } from '#lib/kubernetes/object.ts';
import type { Pod } from '#lib/kubernetes/pod.ts';
import { qosClass } from '#lib/kubernetes/qos.ts';
import {
	addQuantity,
	compareQuantity,
	formatQuantity,
	parseQuantity,
	type Quantity
} from '#lib/kubernetes/quantity.ts';
import { forbidden } from '#lib/kubernetes/status.ts';
import type { RequestContext } from '../operation.ts';
import { storageKey } from '../storage-key.ts';
import { unsaid, usageOf } from './quota-usage.ts';
import { refusedName } from './refused-name.ts';

/** What a new object is charged to one quota, worked out anew when the quota has moved on. */
export interface QuotaCharge {
	readonly key: string;
	/** The quota with the object charged, or why it is exceeded. */
	charged(quota: KubeObject): KubeObject | Status;
}

/**
 * The quotas that a new object counts for. Models apiserver/pkg/admission/plugin/resourcequota/controller.go CheckRequest;
 * what isn't in a quota's status is not enforced yet.
 */
export function quotaCharges(
	object: KubeObject,
	context: RequestContext
): readonly QuotaCharge[] | Status {
	const { route, cache, resource } = context;
	if (route.verb !== 'create' || route.subresource !== undefined || !route.namespace) return [];
	const quotas = cache.list('resourcequotas', route.namespace);
	if (quotas.length === 0) return [];
	const usage = usageOf(object, resource);
	const charges: QuotaCharge[] = [];
	for (const one of quotas as readonly KubeObject[] as readonly ResourceQuota[]) {
		const hard = Object.keys(one.status?.hard ?? {});
		const counts = hard.some((name) => usage.has(name) || isComputed(object, name));
		if (!counts || !matchesScopes(object, one)) continue;
		const missing = object.kind === 'Pod' ? unsaid(object as Pod, hard) : [];
		const { name = '' } = one.metadata;
		if (missing.length > 0) {
			return refuse(object, context, `failed quota: ${name}: must specify ${missing.join('; ')}`);
		}
		const charge: QuotaCharge = {
			key: storageKey('resourcequotas', route.namespace, name),
			charged: (quota) => charged(quota as ResourceQuota, usage, object, context)
		};
		const first = charge.charged(one);
		if (first.kind === 'Status') return first as Status;
		charges.push(charge);
	}
	return charges;
}

function isComputed({ kind }: KubeObject, name: string): boolean {
	return kind === 'Pod' && /cpu$|memory$/.test(name);
}

function refuse(object: KubeObject, { route }: RequestContext, why: string): Status {
	return forbidden({ group: route.group, resource: route.resource }, refusedName(object), why);
}

function charged(
	quota: ResourceQuota,
	usage: ReadonlyMap<string, Quantity>,
	object: KubeObject,
	context: RequestContext
): KubeObject | Status {
	const { hard = {}, used = {} } = quota.status ?? {};
	const names = Object.keys(hard)
		.filter((name) => usage.has(name))
		.sort();
	const after = (name: string): Quantity =>
		addQuantity(parseQuantity(used[name] ?? '0'), usage.get(name)!);
	const exceeded = names.filter(
		(name) => compareQuantity(after(name), parseQuantity(hard[name]!)) > 0
	);
	if (exceeded.length > 0) {
		const list = (value: (name: string) => string): string =>
			exceeded.map((name) => `${name}=${value(name)}`).join(',');
		const requested = list((name) => formatQuantity(usage.get(name)!));
		const before = list((name) => used[name] ?? '0');
		const limited = list((name) => hard[name]!);
		const why = `exceeded quota: ${quota.metadata.name}, requested: ${requested}, used: ${before}, limited: ${limited}`;
		return refuse(object, context, why);
	}
	const now = Object.fromEntries(names.map((name) => [name, formatQuantity(after(name))]));
	return { ...quota, status: { ...quota.status, used: { ...used, ...now } } };
}

function matchesScopes(object: KubeObject, { spec }: ResourceQuota): boolean {
	const plain: readonly ScopeRequirement[] = (spec.scopes ?? []).map((scopeName) => ({
		scopeName,
		operator: 'Exists'
	}));
	const all = [...plain, ...(spec.scopeSelector?.matchExpressions ?? [])];
	return all.every((requirement) => object.kind === 'Pod' && inScope(object as Pod, requirement));
}

/** Models podMatchesScopeFunc. */
function inScope({ spec }: Pod, { scopeName, operator, values = [] }: ScopeRequirement): boolean {
	switch (scopeName) {
		case 'Terminating':
			return spec['activeDeadlineSeconds'] !== undefined;
		case 'NotTerminating':
			return spec['activeDeadlineSeconds'] === undefined;
		case 'BestEffort':
			return qosClass(spec) === 'BestEffort';
		case 'NotBestEffort':
			return qosClass(spec) !== 'BestEffort';
		case 'CrossNamespacePodAffinity':
			return JSON.stringify(spec.affinity ?? {}).includes('"namespace');
		case 'PriorityClass': {
			const name = spec.priorityClassName;
			if (operator === 'Exists') return Boolean(name);
			if (operator === 'DoesNotExist') return !name;
			return values.includes(name ?? '') === (operator === 'In');
		}
		default:
			return false;
	}
}
