/** A rule of a Role, as the API writes it. */
export interface PolicyRule {
	readonly verbs?: readonly string[];
	readonly apiGroups?: readonly string[];
	readonly resources?: readonly string[];
	readonly resourceNames?: readonly string[];
	readonly nonResourceURLs?: readonly string[];
}

/**
 * Rules taken apart into one resource and name each, those that differ by their verb alone put together, in order.
 *
 * Models kubectl pkg/util/rbac/rbac.go BreakdownRule, CompactRules, SortableRuleSlice.
 */
export function compactRules(rules: readonly PolicyRule[]): readonly PolicyRule[] {
	const byResource = new Map<string, PolicyRule>();
	const paths: PolicyRule[] = [];
	for (const rule of rules.flatMap(brokenDown)) {
		if (rule.nonResourceURLs !== undefined) {
			paths.push(rule);
			continue;
		}
		const { verbs: _, ...what } = rule;
		const key = JSON.stringify(what);
		const known = byResource.get(key)?.verbs ?? [];
		byResource.set(key, { ...rule, verbs: [...new Set([...known, ...(rule.verbs ?? [])])] });
	}
	const keyed = [...paths, ...byResource.values()].map((rule) => [goText(rule), rule] as const);
	return keyed.sort(([a], [b]) => (a < b ? -1 : Number(a > b))).map(([, rule]) => rule);
}

function brokenDown({
	verbs = [],
	apiGroups = [],
	resources = [],
	resourceNames = [],
	nonResourceURLs = []
}: PolicyRule): readonly PolicyRule[] {
	const named = resourceNames.length > 0 ? resourceNames : [undefined];
	const ofResources = apiGroups.flatMap((group) =>
		resources.flatMap((resource) =>
			verbs.flatMap((verb) =>
				named.map((name) => ({
					verbs: [verb],
					apiGroups: [group],
					resources: [resource],
					...(name === undefined ? undefined : { resourceNames: [name] })
				}))
			)
		)
	);
	const ofPaths = nonResourceURLs.flatMap((path) =>
		verbs.map((verb) => ({ nonResourceURLs: [path], verbs: [verb] }))
	);
	return [...ofResources, ...ofPaths];
}

/** As Go writes the rule, which decides the order. */
function goText(rule: PolicyRule): string {
	const list = (values: readonly string[] = []): string => `[${values.join(' ')}]`;
	return [rule.verbs, rule.apiGroups, rule.resources, rule.resourceNames, rule.nonResourceURLs]
		.map(list)
		.join(',');
}

/** `deployments.apps/scale`. Models pkg/describe/describe.go CombineResourceGroup. */
export function resourceText({ resources = [], apiGroups = [] }: PolicyRule): string {
	const [first] = resources;
	if (first === undefined) return '';
	const [name = '', ...sub] = first.split('/');
	const group = apiGroups[0] ? `.${apiGroups[0]}` : '';
	return [name + group, ...(sub.length > 0 ? [sub.join('/')] : [])].join('/');
}
