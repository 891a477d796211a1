import type { User } from '../authentication.ts';
import type { WatchCache } from '../watch-cache.ts';
import { type Attributes, type PolicyRule, ruleMatches, ruleNames } from './policy-rule.ts';
import type { BindingObject, Subject } from './role-objects.ts';
import { type Granted, granted, rulesFor } from './rule-resolver.ts';

/** What RBAC says, in the words that an access review gives. */
export interface RbacDecision {
	readonly allowed: boolean;
	readonly reason: string;
}

const watched = new Set(['roles', 'rolebindings', 'clusterroles', 'clusterrolebindings']);

/** Who is allowed what, by user: the rules that are for it, and what they say of a verb and a resource. */
interface Known {
	readonly byNamespace: Map<string, readonly Granted[]>;
	readonly matching: Map<string, readonly PolicyRule[]>;
}

/**
 * Decides by Roles and their bindings. Every request asks, and nearly every one asks what was asked before: so the rules that
 * match are kept by user, verb, resource and namespace until a role or a binding changes.
 *
 * Models plugin/pkg/auth/authorizer/rbac/rbac.go.
 */
export class RbacAuthorizer {
	private known = new WeakMap<User, Known>();

	constructor(private readonly cache: WatchCache) {}

	/** Whatever changed may change what is allowed. */
	hearOf(resource: string): void {
		if (watched.has(resource)) this.known = new WeakMap();
	}

	allows(user: User, attributes: Attributes): boolean {
		const { verb, path, group, resource, subresource, namespace } = attributes;
		const known = this.knownOf(user);
		const key =
			path === undefined
				? `${verb} ${group}/${resource}/${subresource ?? ''} ${namespace ?? ''}`
				: `${verb} ${path}`;
		let rules = known.matching.get(key);
		if (rules === undefined) {
			known.matching.set(key, (rules = this.matching(user, known, attributes)));
		}
		return rules.some((rule) => ruleNames(rule, attributes));
	}

	/** The same with the reason. */
	decide(user: User, attributes: Attributes): RbacDecision {
		const errors: string[] = [];
		for (const one of rulesFor(user, attributes.namespace, this.cache)) {
			if ('error' in one) errors.push(one.error);
			else if (ruleMatches(one.rule, attributes) && ruleNames(one.rule, attributes)) {
				return { allowed: true, reason: `RBAC: allowed by ${described(one.binding, one.subject)}` };
			}
		}
		return { allowed: false, reason: errors.length === 0 ? '' : `RBAC: ${aggregate(errors)}` };
	}

	private matching(user: User, known: Known, attributes: Attributes): readonly PolicyRule[] {
		const { namespace } = attributes;
		const grants = [
			...this.grants(user, known, undefined),
			...(namespace ? this.grants(user, known, namespace) : [])
		];
		return grants.flatMap((one) =>
			'rule' in one && ruleMatches(one.rule, attributes) ? [one.rule] : []
		);
	}

	private grants(user: User, known: Known, namespace: string | undefined): readonly Granted[] {
		const key = namespace ?? '';
		let grants = known.byNamespace.get(key);
		if (grants === undefined) {
			known.byNamespace.set(key, (grants = [...granted(user, namespace, this.cache)]));
		}
		return grants;
	}

	private knownOf(user: User): Known {
		let known = this.known.get(user);
		if (known === undefined) {
			this.known.set(user, (known = { byNamespace: new Map(), matching: new Map() }));
		}
		return known;
	}
}

/** Several errors as Go prints them together, each once. */
export function aggregate(errors: readonly string[]): string {
	const texts = [...new Set(errors)];
	return texts.length === 1 ? texts[0]! : `[${texts.join(', ')}]`;
}

/** Models clusterRoleBindingDescriber and roleBindingDescriber; the namespace stands after the name. */
function described({ kind, metadata, roleRef }: BindingObject, subject: Subject): string {
	const { name, namespace } = metadata;
	const own = namespace === undefined ? name : `${name}/${namespace}`;
	const isAccount = subject.kind === 'ServiceAccount';
	const who = isAccount ? `${subject.name}/${subject.namespace ?? namespace ?? ''}` : subject.name;
	const quoted = (text: string | undefined): string => JSON.stringify(text);
	return `${kind} ${quoted(own)} of ${roleRef.kind} ${quoted(roleRef.name)} to ${subject.kind} ${quoted(who)}`;
}
