import type { User } from '../authentication.ts';
import { storageKey } from '../storage-key.ts';
import type { WatchCache } from '../watch-cache.ts';
import type { PolicyRule } from './policy-rule.ts';
import type { BindingObject, RoleObject, RoleRef, Subject } from './role-objects.ts';

/** A rule that a user has, and by which binding; or why a binding gives nothing. */
export type Granted =
	| { readonly rule: PolicyRule; readonly binding: BindingObject; readonly subject: Subject }
	| { readonly error: string };

/**
 * Every rule that a user has in a namespace (undefined: for the whole cluster), those of ClusterRoleBindings first.
 * Models pkg/registry/rbac/validation/rule.go VisitRulesFor.
 */
export function* rulesFor(
	user: User,
	namespace: string | undefined,
	cache: WatchCache
): Generator<Granted> {
	yield* granted(user, undefined, cache);
	if (namespace) yield* granted(user, namespace, cache);
}

/** Those of one namespace's RoleBindings, or of the ClusterRoleBindings. */
export function* granted(
	user: User,
	namespace: string | undefined,
	cache: WatchCache
): Generator<Granted> {
	const plural = namespace === undefined ? 'clusterrolebindings' : 'rolebindings';
	for (const object of cache.list(plural, namespace)) {
		const binding = object as unknown as BindingObject;
		const subject = binding.subjects?.find((one) => appliesTo(one, user, namespace));
		if (subject === undefined) continue;
		const rules = referencedRules(binding.roleRef, namespace, cache);
		if ('error' in rules) yield rules;
		else for (const rule of rules.rules) yield { rule, binding, subject };
	}
}

/** What a roleRef means. Models GetRoleReferenceRules. */
export function referencedRules(
	{ kind, name }: RoleRef,
	namespace: string | undefined,
	cache: WatchCache
): { readonly rules: readonly PolicyRule[] } | { readonly error: string } {
	const isRole = kind === 'Role';
	const key = isRole
		? storageKey('roles', namespace, name)
		: storageKey('clusterroles', undefined, name);
	const role = cache.get(key) as RoleObject | null;
	if (role !== null) return { rules: role.rules ?? [] };
	const resource = isRole ? 'role' : 'clusterrole';
	return { error: `${resource}.rbac.authorization.k8s.io ${JSON.stringify(name)} not found` };
}

/** Whether a subject of a binding is this user, or one of its groups. Models appliesToUser. */
export function appliesTo(
	{ kind, name, namespace: own }: Subject,
	user: Pick<User, 'name' | 'groups'>,
	namespace: string | undefined
): boolean {
	switch (kind) {
		case 'User':
			return user.name === name;
		case 'Group':
			return user.groups.includes(name);
		case 'ServiceAccount': {
			const where = own || namespace;
			return Boolean(where) && user.name === `system:serviceaccount:${where}:${name}`;
		}
		default:
			return false;
	}
}
