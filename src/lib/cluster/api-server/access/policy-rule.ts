/** One rule of a role (rbac.authorization.k8s.io/v1 PolicyRule). */
export interface PolicyRule {
	readonly verbs?: readonly string[];
	readonly apiGroups?: readonly string[];
	/** `pods`, `pods/status`, `*`, `*\/status`. */
	readonly resources?: readonly string[];
	readonly resourceNames?: readonly string[];
	/** Paths, a star at the end stands for anything. */
	readonly nonResourceURLs?: readonly string[];
}

/** What someone wants to do, as authorizers see it. */
export interface Attributes {
	readonly verb: string;
	/** A path that is no resource's; then what follows doesn't count. */
	readonly path?: string;
	readonly group: string;
	readonly resource: string;
	readonly subresource?: string;
	readonly namespace?: string;
	readonly name?: string;
}

/** Whether a rule lets it be done, whatever the name. */
export function ruleMatches(rule: PolicyRule, attributes: Attributes): boolean {
	const { verb, path, group, resource, subresource } = attributes;
	if (!includes(rule.verbs, verb)) return false;
	if (path !== undefined) return matchesPath(rule.nonResourceURLs ?? [], path);
	const combined = subresource === undefined ? resource : `${resource}/${subresource}`;
	return (
		includes(rule.apiGroups, group) &&
		(includes(rule.resources, combined) ||
			(subresource !== undefined && (rule.resources?.includes(`*/${subresource}`) ?? false)))
	);
}

/** Whether a rule that matches is for this name, too. Models rbac/v1/evaluation_helpers.go ResourceNameMatches. */
export function ruleNames(rule: PolicyRule, { path, name = '' }: Attributes): boolean {
	const { resourceNames = [] } = rule;
	return path !== undefined || resourceNames.length === 0 || resourceNames.includes(name);
}

/** `get, list pods, services`: a rule in a line; groups stand behind in brackets, then names. */
export function ruleText(rule: PolicyRule): string {
	const { verbs = [], apiGroups = [], resources, resourceNames = [], nonResourceURLs } = rule;
	const groups = apiGroups.filter((group) => group !== '' && group !== '*');
	const what = (resources ?? nonResourceURLs ?? []).join(', ');
	const names = resourceNames.length > 0 ? ` [${resourceNames.join(', ')}]` : '';
	const where = groups.length > 0 ? ` (${groups.join(', ')})` : '';
	return `${verbs.join(', ')} ${what}${where}${names}`;
}

/** Models NonResourceURLMatches. */
function matchesPath(urls: readonly string[], path: string): boolean {
	return urls.some(
		(url) => url === path || (url.endsWith('*') && path.startsWith(url.replace(/\*+$/, '')))
	);
}

function includes(list: readonly string[] | undefined, value: string): boolean {
	return list !== undefined && (list.includes(value) || list.includes('*'));
}
