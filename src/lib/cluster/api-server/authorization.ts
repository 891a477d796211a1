import type { Status } from '#lib/kubernetes/object.ts';
import { forbidden } from '#lib/kubernetes/status.ts';
import { nodeOpinion } from './access/node-authorizer.ts';
import type { Attributes } from './access/policy-rule.ts';
import type { RbacAuthorizer } from './access/rbac-authorizer.ts';
import type { User } from './authentication.ts';
import type { WatchCache } from './watch-cache.ts';

/** What decides: who is bound to which roles, and what is on which node. */
export interface Access {
	readonly rbac: RbacAuthorizer;
	readonly cache: WatchCache;
}

/** `by` says which authorizer let it pass; a refusal says what else they had to say. */
export type Verdict =
	| { readonly allowed: true; readonly by: 'system:masters' | 'Node' | 'RBAC' }
	| { readonly allowed: false; readonly reason: string };

/** May this user do that? Models kube-apiserver's order `--authorization-mode=Node,RBAC`. */
export function authorize(user: User, attributes: Attributes, { rbac, cache }: Access): Verdict {
	if (user.groups.includes('system:masters')) return { allowed: true, by: 'system:masters' };
	const opinion = nodeOpinion(user, attributes, cache);
	if (opinion !== undefined && 'allowed' in opinion) return { allowed: true, by: 'Node' };
	if (rbac.allows(user, attributes)) return { allowed: true, by: 'RBAC' };
	const { reason } = rbac.decide(user, attributes);
	const reasons = [opinion?.why ?? '', reason].filter((text) => text !== '');
	return { allowed: false, reason: reasons.join('\n') };
}

/** Why it was allowed, in the words of an access review; '' for what needs no reason. */
export function reasonFor(
	user: User,
	attributes: Attributes,
	{ rbac }: Access,
	by: string
): string {
	return by === 'RBAC' ? rbac.decide(user, attributes).reason : '';
}

/** The refusal. Models apiserver/pkg/endpoints/handlers/responsewriters/errors.go forbiddenMessage. */
export function forbiddenTo(user: User, attributes: Attributes, reason: string): Status {
	const { verb, path, group, resource, subresource, namespace, name = '' } = attributes;
	const quoted = (text: string): string => JSON.stringify(text);
	const who = `User ${quoted(user.name)} cannot ${verb}`;
	const because = reason === '' ? '' : `: ${reason}`;
	if (path !== undefined) {
		const named = { group: '', resource: '' };
		return forbidden(named, '', `${who} path ${quoted(path)}${because}`);
	}
	const whole = subresource === undefined ? resource : `${resource}/${subresource}`;
	const scope = namespace ? `in the namespace ${quoted(namespace)}` : 'at the cluster scope';
	return forbidden(
		{ group, resource },
		name,
		`${who} resource ${quoted(whole)} in API group ${quoted(group)} ${scope}${because}`
	);
}
