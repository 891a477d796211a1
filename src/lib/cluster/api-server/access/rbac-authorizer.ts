import type { User } from '../authentication.ts';
import type { WatchCache } from '../watch-cache.ts';
import {
	type Attributes,
	type PolicyRule,
	ruleMatches,
	ruleNames,
	ruleText
} from './policy-rule.ts';
import type { BindingObject, Subject } from './role-objects.ts';
import { type Granted, granted, rulesFor } from './rule-resolver.ts';

/** What let a request pass: the words that an access review gives, and the rule. Facts of a trace, made once. */
export interface Allowance {
	readonly by: 'RBAC';
	readonly reason: string;
	/** `get, list pods`, as `ruleText` says it. */
	readonly rule: string;
}

/** A rule that matches, and what it says of itself once it was asked. */
interface Match {
	readonly grant: Extract<Granted, { rule: PolicyRule }>;
	allowance?: Allowance;
}

const watched = new Set(['roles', 'rolebindings', 'clusterroles', 'clusterrolebindings']);

/** Who is allowed what, by user: the rules that are for it, and what they say of a verb and a resource. */
interface Known {
	readonly byNamespace: Map<string, readonly Granted[]>;
	readonly matching: Map<string, readonly Match[]>;
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

	/** By what it is allowed; undefined when it isn't. */
	allowance(user: User, attributes: Attributes): Allowance | undefined {
		const { verb, path, group, resource, subresource, namespace } = attributes;
		const known = this.knownOf(user);
		const key =
			path === undefined
				? `${verb} ${group}/${resource}/${subresource ?? ''} ${namespace ?? ''}`
				: `${verb} ${path}`;
		let matches = known.matching.get(key);
		if (matches === undefined) {
			known.matching.set(key, (matches = this.matching(user, known, attributes)));
		}
		const match = matches.find(({ grant }) => ruleNames(grant.rule, attributes));
		return match && (match.allowance ??= allowanceOf(match.grant));
	}

	/** What there is to say about what isn't allowed: bindings that lead nowhere. */
	objection(user: User, namespace: string | undefined): string {
		const errors = [...rulesFor(user, namespace, this.cache)].flatMap((one) =>
			'error' in one ? [one.error] : []
		);
		return errors.length === 0 ? '' : `RBAC: ${aggregate(errors)}`;
	}

	private matching(user: User, known: Known, attributes: Attributes): readonly Match[] {
		const { namespace } = attributes;
		const grants = [
			...this.grants(user, known, undefined),
			...(namespace ? this.grants(user, known, namespace) : [])
		];
		return grants.flatMap((grant) =>
			'rule' in grant && ruleMatches(grant.rule, attributes) ? [{ grant }] : []
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

function allowanceOf({ rule, binding, subject }: Match['grant']): Allowance {
	const reason = `RBAC: allowed by ${described(binding, subject)}`;
	return { by: 'RBAC', reason, rule: ruleText(rule) };
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
