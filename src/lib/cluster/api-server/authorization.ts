import type { User } from './authentication.ts';
import { nodeRules, type Rule, rulesOf } from './role-rules.ts';
import type { Route } from './route.ts';

/** `by` says which authorizer let it pass; a refusal says why, in RBAC's words. */
export type Verdict =
	| { readonly allowed: true; readonly by: 'system:masters' | 'Node' | 'RBAC' }
	| { readonly allowed: false; readonly why: string };

/** May this user do that? Models kube-apiserver's order `--authorization-mode=Node,RBAC`. */
export function authorize(user: User, route: Route): Verdict {
	if (user.groups.includes('system:masters')) return { allowed: true, by: 'system:masters' };
	if (user.groups.includes('system:nodes') && permits(nodeRules, route)) {
		return { allowed: true, by: 'Node' };
	}
	if (permits(rulesOf(user.name), route)) return { allowed: true, by: 'RBAC' };
	return { allowed: false, why: refusal(user, route) };
}

/** What a list of rules says of each resource and verb: asked for every request, and always the same. */
const answers = new WeakMap<readonly Rule[], Map<string, boolean>>();

function permits(rules: readonly Rule[], route: Route): boolean {
	let known = answers.get(rules);
	if (known === undefined) answers.set(rules, (known = new Map()));
	const key = `${route.verb} ${route.group}/${route.resource}/${route.subresource ?? ''}`;
	let answer = known.get(key);
	if (answer === undefined) known.set(key, (answer = findsRule(rules, route)));
	return answer;
}

function findsRule(rules: readonly Rule[], route: Route): boolean {
	const resource =
		route.subresource === undefined ? route.resource : `${route.resource}/${route.subresource}`;
	return rules.some(
		(rule) =>
			includes(rule.groups, route.group) &&
			includes(rule.resources, resource) &&
			includes(rule.verbs, route.verb)
	);
}

function includes(list: readonly string[], value: string): boolean {
	return list.includes(value) || list.includes('*');
}

/** apiserver/pkg/endpoints/handlers/responsewriters/errors.go forbiddenMessage. */
function refusal(user: User, route: Route): string {
	const resource =
		route.subresource === undefined ? route.resource : `${route.resource}/${route.subresource}`;
	const scope =
		route.namespace === undefined
			? 'at the cluster scope'
			: `in the namespace ${JSON.stringify(route.namespace)}`;
	return `User ${JSON.stringify(user.name)} cannot ${route.verb} resource ${JSON.stringify(resource)} in API group ${JSON.stringify(route.group)} ${scope}`;
}
