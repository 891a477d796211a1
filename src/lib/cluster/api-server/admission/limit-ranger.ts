import { applyDefaults } from '#lib/kubernetes/defaults/apply-defaults.ts';
import type { Limit, LimitRange } from '#lib/kubernetes/kinds/quota/limit-range.ts';
import type { KubeObject, Status } from '#lib/kubernetes/object.ts';
import { podAmounts, quantities, type QuantityList } from '#lib/kubernetes/pod-amounts.ts';
import type { Container, Pod } from '#lib/kubernetes/pod.ts';
import {
	compareQuantity,
	decimalText,
	formatQuantity,
	parseQuantity
} from '#lib/kubernetes/quantity.ts';
import { forbidden } from '#lib/kubernetes/status.ts';
import { aggregate } from '../access/rbac-authorizer.ts';
import type { RequestContext } from '../operation.ts';
import { isNewPod } from './is-new-pod.ts';
import { refusedName } from './refused-name.ts';

type Amounts = Readonly<Record<string, string>>;

const annotation = 'kubernetes.io/limit-ranger';

function rangesIn({ cache, route }: RequestContext): readonly LimitRange[] {
	return cache.list(
		'limitranges',
		route.namespace
	) as readonly KubeObject[] as readonly LimitRange[];
}

/**
 * Gives containers the requests and limits that their namespace has for those who say none.
 * Models plugin/pkg/admission/limitranger/admission.go PodMutateLimitFunc.
 */
export function admitLimits(object: KubeObject, context: RequestContext): KubeObject | Status {
	if (!isNewPod(context)) return object;
	const ranges = rangesIn(context);
	if (ranges.length === 0) return object;
	return ranges.reduce((pod, range) => withDefaults(pod, range), object as Pod);
}

function withDefaults(pod: Pod, { spec }: LimitRange): Pod {
	const ofContainers = (spec.limits ?? []).filter(({ type }) => type === 'Container');
	const limits = Object.assign({}, ...ofContainers.map((limit) => limit.default)) as Amounts;
	const requests = Object.assign({}, ...ofContainers.map((one) => one.defaultRequest)) as Amounts;
	const notes: string[] = [];
	const fill = (what: string, container: Container): Container => {
		const own = container.resources ?? {};
		const missing = (given: Amounts, of: 'requests' | 'limits'): readonly string[] =>
			Object.keys(given)
				.filter((name) => own[of]?.[name] === undefined)
				.sort();
		const [newRequests, newLimits] = [missing(requests, 'requests'), missing(limits, 'limits')];
		if (newRequests.length > 0) {
			notes.push(`${newRequests.join(', ')} request for ${what} ${container.name}`);
		}
		if (newLimits.length > 0) {
			notes.push(`${newLimits.join(', ')} limit for ${what} ${container.name}`);
		}
		if (newRequests.length + newLimits.length === 0) return container;
		const [allLimits, allRequests] = [
			{ ...limits, ...own.limits },
			{ ...requests, ...own.requests }
		];
		return {
			...container,
			resources: {
				...own,
				...(Object.keys(allLimits).length > 0 && { limits: allLimits }),
				...(Object.keys(allRequests).length > 0 && { requests: allRequests })
			}
		};
	};
	const containers = pod.spec.containers.map((one) => fill('container', one));
	const initContainers = pod.spec.initContainers?.map((one) => fill('init container', one));
	if (notes.length === 0) return pod;
	const note = `LimitRanger plugin set: ${notes.join('; ')}`;
	return applyDefaults({
		...pod,
		metadata: {
			...pod.metadata,
			annotations: { ...pod.metadata.annotations, [annotation]: note }
		},
		spec: { ...pod.spec, containers, ...(initContainers && { initContainers }) }
	}) as Pod;
}

/** What is beyond the limits of its namespace. Models LimitRanger.Validate. */
export function beyondLimits(object: KubeObject, context: RequestContext): Status | undefined {
	const { route } = context;
	const isPod = isNewPod(context);
	const isClaim = route.resource === 'persistentvolumeclaims' && route.subresource === undefined;
	if (!isPod && !isClaim) return undefined;
	for (const { spec } of rangesIn(context)) {
		const errors = (spec.limits ?? []).flatMap((limit) =>
			isPod ? podErrors(object as Pod, limit) : claimErrors(object, limit)
		);
		if (errors.length === 0) continue;
		const named = { group: '', resource: route.resource };
		return forbidden(named, refusedName(object), aggregate(errors));
	}
	return undefined;
}

function podErrors({ spec }: Pod, limit: Limit): readonly string[] {
	if (limit.type === 'Pod') {
		return errorsOf(limit, podAmounts(spec, 'requests'), podAmounts(spec, 'limits'));
	}
	if (limit.type !== 'Container') return [];
	return [...spec.containers, ...(spec.initContainers ?? [])].flatMap(({ resources }) =>
		errorsOf(limit, quantities(resources?.requests), quantities(resources?.limits))
	);
}

function claimErrors(object: KubeObject, limit: Limit): readonly string[] {
	if (limit.type !== 'PersistentVolumeClaim') return [];
	const { resources } = object['spec'] as { resources?: { requests?: Amounts } };
	const requests = quantities(resources?.requests);
	const most = Object.entries(limit.max ?? {}).flatMap(([name, text]) => {
		const head = `maximum ${name} usage per ${limit.type} is ${text}`;
		const asked = requests.get(name);
		if (asked === undefined) return [`${head}.  No request is specified`];
		if (compareQuantity(asked, parseQuantity(text)) <= 0) return [];
		return [`${head}, but request is ${formatQuantity(asked)}`];
	});
	return [
		...errorsOf({ type: limit.type, ...(limit.min && { min: limit.min }) }, requests, new Map()),
		...most
	];
}

/** Models minConstraint, maxConstraint and limitRequestRatioConstraint. */
function errorsOf(limit: Limit, requests: QuantityList, limits: QuantityList): readonly string[] {
	const { type, min = {}, max = {}, maxLimitRequestRatio: ratios = {} } = limit;
	const errors: string[] = [];
	for (const [name, text] of Object.entries(min)) {
		const least = parseQuantity(text);
		const head = `minimum ${name} usage per ${type} is ${text}`;
		const [asked, limited] = [requests.get(name), limits.get(name)];
		if (asked === undefined) errors.push(`${head}.  No request is specified`);
		else if (compareQuantity(asked, least) < 0) {
			errors.push(`${head}, but request is ${formatQuantity(asked)}`);
		} else if (limited && compareQuantity(limited, least) < 0) {
			errors.push(`${head}, but limit is ${formatQuantity(limited)}`);
		}
	}
	for (const [name, text] of Object.entries(max)) {
		const most = parseQuantity(text);
		const head = `maximum ${name} usage per ${type} is ${text}`;
		const [asked, limited] = [requests.get(name), limits.get(name)];
		if (limited === undefined) errors.push(`${head}.  No limit is specified`);
		else if (compareQuantity(limited, most) > 0) {
			errors.push(`${head}, but limit is ${formatQuantity(limited)}`);
		} else if (asked && compareQuantity(asked, most) > 0) {
			errors.push(`${head}, but request is ${formatQuantity(asked)}`);
		}
	}
	for (const [name, text] of Object.entries(ratios)) {
		const head = `${name} max limit to request ratio per ${type} is ${text}`;
		const asked = amount(requests, name);
		const limited = amount(limits, name);
		if (asked === 0) errors.push(`${head}, but no request is specified or request is 0`);
		else if (limited === 0) errors.push(`${head}, but no limit is specified or limit is 0`);
		else if (limited / asked > Number(decimalText(parseQuantity(text)))) {
			errors.push(`${head}, but provided ratio is ${(limited / asked).toFixed(6)}`);
		}
	}
	return errors;
}

function amount(list: QuantityList, name: string): number {
	const quantity = list.get(name);
	return quantity === undefined ? 0 : Number(decimalText(quantity));
}
