import {
	type Attributes,
	type PolicyRule,
	ruleMatches,
	ruleNames,
	ruleText
} from '#lib/cluster/api-server/access/policy-rule.ts';
import type { BindingObject, RoleObject } from '#lib/cluster/api-server/access/role-objects.ts';
import { appliesTo } from '#lib/cluster/api-server/access/rule-resolver.ts';
import type { ClusterState } from '#lib/trace/cluster-state.ts';
import type { AskedAccess } from './asked-access.ts';

/** A rule of a role, and whether it lets through what is asked. */
export interface ChainRule {
	readonly text: string;
	readonly allows: boolean;
	/** What of it doesn't fit. */
	readonly misses: 'verb' | 'resource' | 'name' | null;
}

/** From a subject over a binding to a role and its rules. */
export interface AccessChain {
	readonly subject: string;
	readonly binding: string;
	readonly role: string;
	readonly rules: readonly ChainRule[];
	readonly allows: boolean;
}

type Objects = ClusterState['objects'];

/**
 * Every way on which someone has rights where it is asked, by the objects that were there then, those that allow it
 * first. What every cluster has from the start isn't in a trace: there the words of the authorizer must do.
 */
export function accessChains(asked: AskedAccess, objects: Objects): readonly AccessChain[] {
	const found: AccessChain[] = [];
	for (const [key, { object }] of objects) {
		const namespace = namespaceOf(key);
		if (namespace === null || (namespace !== undefined && namespace !== asked.attributes.namespace))
			continue;
		const binding = object as BindingObject;
		const { user: name, groups } = asked;
		const subject = binding.subjects?.find((one) => appliesTo(one, { name, groups }, namespace));
		if (!subject) continue;
		const { kind, metadata, roleRef } = binding;
		const rules = rulesOf(roleRef.kind, roleRef.name, namespace, objects);
		const named = `${kind} ${metadata.name}`;
		const spoken = asked.reason.includes(`${kind} "${metadata.name}`) ? asked.rule : '';
		const { resource } = asked.attributes;
		const lines =
			rules?.map((rule) => lineOf(rule, asked.attributes)) ?? spokenRule(spoken, resource);
		found.push({
			subject: `${subject.kind} ${subject.name}`,
			binding: named,
			role: `${roleRef.kind} ${roleRef.name}`,
			rules: lines,
			allows: lines.some(({ allows }) => allows)
		});
	}
	const spoken = found.some(({ allows }) => allows) ? [] : spokenChain(asked);
	return [...spoken, ...found].sort((a, b) => Number(b.allows) - Number(a.allows));
}

/** Of a RoleBinding its namespace, of a ClusterRoleBinding undefined, of anything else null. */
function namespaceOf(key: string): string | undefined | null {
	const [, , resource, first, second] = key.split('/');
	if (resource === 'clusterrolebindings') return undefined;
	return resource === 'rolebindings' && second !== undefined ? first! : null;
}

function rulesOf(
	kind: string,
	name: string,
	namespace: string | undefined,
	objects: Objects
): readonly PolicyRule[] | undefined {
	const key =
		kind === 'Role' ? `/registry/roles/${namespace}/${name}` : `/registry/clusterroles/${name}`;
	const role = objects.get(key)?.object as RoleObject | undefined;
	return role && (role.rules ?? []);
}

function lineOf(rule: PolicyRule, attributes: Attributes): ChainRule {
	const text = shortRule(ruleText(rule), attributes.resource);
	if (!ruleMatches(rule, attributes)) {
		const isVerb = !ruleMatches({ ...rule, verbs: ['*'] }, attributes);
		return { text, allows: false, misses: isVerb ? 'resource' : 'verb' };
	}
	const allows = ruleNames(rule, attributes);
	return { text, allows, misses: allows ? null : 'name' };
}

function spokenRule(text: string, resource: string): readonly ChainRule[] {
	return text === '' ? [] : [{ text: shortRule(text, resource), allows: true, misses: null }];
}

/** Of a rule about many resources the one that is asked for. */
function shortRule(text: string, resource: string): string {
	const [, verbs = '', what = ''] = /^((?:[\w*]+, )*[\w*]+) (.*)$/.exec(text) ?? [];
	const all = what.split(/,? /);
	return all.length > 3 && all.includes(resource) ? `${verbs} ${resource}, …` : text;
}

/** `RBAC: allowed by ClusterRoleBinding "a" of ClusterRole "b" to Group "c"` */
function spokenChain({ verdict, reason, rule, attributes }: AskedAccess): readonly AccessChain[] {
	if (verdict !== 'allowed') return [];
	const words = /allowed by (\w+) "([^"]+)" of (\w+) "([^"]+)" to (\w+) "([^"]+)"/.exec(reason);
	if (!words) return [];
	const [, binding, bindingName, role, roleName, subject, subjectName] = words;
	return [
		{
			subject: `${subject} ${subjectName}`,
			binding: `${binding} ${bindingName}`,
			role: `${role} ${roleName}`,
			rules: spokenRule(rule, attributes.resource),
			allows: true
		}
	];
}
