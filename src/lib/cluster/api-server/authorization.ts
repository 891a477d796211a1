import type { Status } from '#lib/kubernetes/object.ts';
import { forbidden } from '#lib/kubernetes/status.ts';
import { nodeOpinion } from './access/node-authorizer.ts';
import type { Attributes } from './access/policy-rule.ts';
import type { Allowance, RbacAuthorizer } from './access/rbac-authorizer.ts';
import type { User } from './authentication.ts';
import type { WatchCache } from './watch-cache.ts';

/** What decides: who is bound to which roles, and what is on which node. */
export interface Access {
	readonly rbac: RbacAuthorizer;
	readonly cache: WatchCache;
}

/** `because` says which authorizer let it pass, as the trace has it; a refusal says what else they had to say. */
export type Verdict =
	| { readonly allowed: true; readonly because: Because }
	| { readonly allowed: false; readonly reason: string };

type Because = { readonly by: 'system:masters' | 'Node' } | Allowance;

const masters: Verdict = { allowed: true, because: { by: 'system:masters' } };
const node: Verdict = { allowed: true, because: { by: 'Node' } };

/** May this user do that? Models kube-apiserver's order `--authorization-mode=Node,RBAC`. */
export function authorize(user: User, attributes: Attributes, { rbac, cache }: Access): Verdict {
	if (user.groups.includes('system:masters')) return masters;
	const opinion = nodeOpinion(user, attributes, cache);
	if (opinion !== undefined && 'allowed' in opinion) return node;
	const because = rbac.allowance(user, attributes);
	if (because !== undefined) return { allowed: true, because };
	const reason = rbac.objection(user, attributes.namespace);
	const reasons = [opinion?.why ?? '', reason].filter((text) => text !== '');
	return { allowed: false, reason: reasons.join('\n') };
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
