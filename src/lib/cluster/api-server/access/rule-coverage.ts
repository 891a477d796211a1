import type { PolicyRule } from './policy-rule.ts';

/**
 * What of some rules others don't cover, as few rules as say it. Models component-helpers auth/rbac/validation/
 * policy_comparator.go Covers and pkg/registry/rbac/validation/policy_compact.go CompactRules.
 */
export function uncovered(
	own: readonly PolicyRule[],
	wanted: readonly PolicyRule[]
): readonly PolicyRule[] {
	const missing = wanted
		.flatMap((rule) => [...simpleRules(rule)])
		.filter((simple) => !own.some((rule) => covers(rule, simple)));
	return compact(missing);
}

/** A rule as rules of one verb, one resource and one name each. */
function* simpleRules(rule: PolicyRule): Generator<PolicyRule> {
	const { verbs = [], apiGroups = [], resources = [], resourceNames = [] } = rule;
	for (const group of apiGroups) {
		for (const resource of resources) {
			for (const verb of verbs) {
				const simple = { apiGroups: [group], resources: [resource], verbs: [verb] };
				if (resourceNames.length === 0) yield simple;
				for (const name of resourceNames) yield { ...simple, resourceNames: [name] };
			}
		}
	}
	for (const url of rule.nonResourceURLs ?? []) {
		for (const verb of verbs) yield { nonResourceURLs: [url], verbs: [verb] };
	}
}

function covers(rule: PolicyRule, simple: PolicyRule): boolean {
	const { resourceNames: own = [] } = rule;
	return (
		hasAll(rule.verbs, simple.verbs) &&
		hasAll(rule.apiGroups, simple.apiGroups) &&
		(simple.resources ?? []).every((resource) => coversResource(rule.resources ?? [], resource)) &&
		(own.length === 0 ||
			(simple.resourceNames !== undefined &&
				simple.resourceNames.every((name) => own.includes(name)))) &&
		(simple.nonResourceURLs ?? []).every((url) =>
			(rule.nonResourceURLs ?? []).some((known) => coversUrl(known, url))
		)
	);
}

function hasAll(
	own: readonly string[] | undefined = [],
	wanted: readonly string[] | undefined = []
): boolean {
	return own.includes('*') || wanted.every((one) => own.includes(one));
}

function coversResource(own: readonly string[], resource: string): boolean {
	if (own.includes('*') || own.includes(resource)) return true;
	const slash = resource.indexOf('/');
	return slash >= 0 && own.includes(`*${resource.slice(slash)}`);
}

function coversUrl(own: string, url: string): boolean {
	return own === url || (own.endsWith('*') && url.startsWith(own.replace(/\*+$/, '')));
}

/** Rules of one resource of one group become one, with all their verbs. */
function compact(rules: readonly PolicyRule[]): readonly PolicyRule[] {
	const byResource = new Map<string, PolicyRule>();
	for (const rule of rules) {
		const { verbs = [], ...what } = rule;
		const key = JSON.stringify(rule.nonResourceURLs === undefined ? what : rule);
		const known = byResource.get(key);
		byResource.set(
			key,
			known === undefined ? rule : { ...known, verbs: [...(known.verbs ?? []), ...verbs] }
		);
	}
	return [...byResource.values()];
}

/** A rule as the refusal prints it. Models rbac/v1/evaluation_helpers.go CompactString. */
export function ruleText(rule: PolicyRule): string {
	const parts: readonly (readonly [string, readonly string[] | undefined])[] = [
		['APIGroups', rule.apiGroups],
		['Resources', rule.resources],
		['NonResourceURLs', rule.nonResourceURLs],
		['ResourceNames', rule.resourceNames],
		['Verbs', rule.verbs]
	];
	const texts = parts
		.filter(([, list]) => list !== undefined && list.length > 0)
		.map(([name, list]) => `${name}:${listText(list!)}`);
	return `{${texts.join(', ')}}`;
}

/** Go's `%q` of a list. */
export function listText(list: readonly string[]): string {
	return `[${list.map((one) => JSON.stringify(one)).join(' ')}]`;
}
