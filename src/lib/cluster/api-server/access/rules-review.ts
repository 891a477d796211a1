import type { User } from '../authentication.ts';
import type { WatchCache } from '../watch-cache.ts';
import { nodeOf } from './node-authorizer.ts';
import { aggregate } from './rbac-authorizer.ts';
import { rulesFor } from './rule-resolver.ts';

const everything = {
	resourceRules: [{ verbs: ['*'], apiGroups: ['*'], resources: ['*'] }],
	nonResourceRules: [{ verbs: ['*'], nonResourceURLs: ['*'] }]
};

/**
 * All that a user may do in a namespace, as a SelfSubjectRulesReview says it.
 * Models pkg/registry/authorization/selfsubjectrulesreview/rest.go and rbac.go RulesFor.
 */
export function rulesReview(user: User, namespace: string, cache: WatchCache): object {
	const isMaster = user.groups.includes('system:masters');
	const resourceRules: object[] = isMaster ? [...everything.resourceRules] : [];
	const nonResourceRules: object[] = isMaster ? [...everything.nonResourceRules] : [];
	const errors: string[] = [];
	for (const one of rulesFor(user, namespace, cache)) {
		if ('error' in one) {
			errors.push(one.error);
			continue;
		}
		const { verbs, apiGroups, resources = [], resourceNames, nonResourceURLs = [] } = one.rule;
		if (resources.length > 0) {
			resourceRules.push({ verbs, apiGroups, resources, ...(resourceNames && { resourceNames }) });
		}
		if (nonResourceURLs.length > 0) nonResourceRules.push({ verbs, nonResourceURLs });
	}
	const isNode = nodeOf(user) !== undefined;
	const own = isNode ? ['node authorizer does not support user rule resolution'] : [];
	const evaluation = [...own, ...(errors.length > 0 ? [aggregate(errors)] : [])];
	return {
		resourceRules,
		nonResourceRules,
		incomplete: isNode,
		...(evaluation.length > 0 && { evaluationError: evaluation.join(', ') })
	};
}
