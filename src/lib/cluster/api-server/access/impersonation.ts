import type { Impersonation } from '#lib/kubernetes/api-client.ts';
import type { Status } from '#lib/kubernetes/object.ts';
import { badRequest } from '#lib/kubernetes/status.ts';
import type { User } from '../authentication.ts';
import { type Access, authorize, forbiddenTo } from '../authorization.ts';
import type { Attributes } from './policy-rule.ts';

const everyone = 'system:authenticated';
const nobody = 'system:unauthenticated';

/**
 * Who a request is made as, when its client may be that. Models apiserver/pkg/endpoints/filters/impersonation
 * WithImpersonation.
 */
export function impersonated(
	client: User,
	{ user, groups = [], uid, extra = {} }: Impersonation,
	access: Access
): User | Status {
	if (user === undefined) {
		const asked = groups.map((group) => `{Group  ${group}    }`);
		for (const [key, values] of Object.entries(extra)) {
			asked.push(...values.map((one) => `{UserExtra  ${one}  authentication.k8s.io/v1  ${key}}`));
		}
		if (uid !== undefined) asked.push(`{UID  ${uid}  authentication.k8s.io/v1  }`);
		return badRequest(`requested [${asked.join(' ')}] without impersonating a user`);
	}
	const wanted = [
		whom(user),
		...groups.map((name) => asked('', 'groups', name)),
		...Object.entries(extra).flatMap(([key, values]) =>
			values.map((name) => ({
				...asked('authentication.k8s.io', 'userextras', name),
				subresource: key
			}))
		),
		...(uid === undefined ? [] : [asked('authentication.k8s.io', 'uids', uid)])
	];
	for (const attributes of wanted) {
		const verdict = authorize(client, attributes, access);
		if (!verdict.allowed) return forbiddenTo(client, attributes, verdict.reason);
	}
	return { name: user, groups: groupsOf(user, groups), uid, extra };
}

function asked(group: string, resource: string, name: string): Attributes {
	return { verb: 'impersonate', group, resource, name };
}

/** `system:serviceaccount:NAMESPACE:NAME` as its parts; undefined for everyone else. */
function accountOf(user: string): { namespace: string; name: string } | undefined {
	const [, namespace, name] = /^system:serviceaccount:([^:]+):([^:]+)$/.exec(user) ?? [];
	return namespace !== undefined && name !== undefined ? { namespace, name } : undefined;
}

function whom(user: string): Attributes {
	const account = accountOf(user);
	if (account === undefined) return asked('', 'users', user);
	return { ...asked('', 'serviceaccounts', account.name), namespace: account.namespace };
}

/** Whoever is known is among the authenticated. */
function groupsOf(user: string, given: readonly string[]): readonly string[] {
	const account = accountOf(user);
	const own =
		account !== undefined && given.length === 0
			? ['system:serviceaccounts', `system:serviceaccounts:${account.namespace}`]
			: given;
	if (user === 'system:anonymous') return own.includes(nobody) ? own : [...own, nobody];
	return own.includes(everyone) || own.includes(nobody) ? own : [...own, everyone];
}
