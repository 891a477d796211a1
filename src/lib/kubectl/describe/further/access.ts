import type { KubeObject } from '#lib/kubernetes/object.ts';
import { compactRules, type PolicyRule, resourceText } from '../../access/compact-rules.ts';
import { headingWithoutNamespace } from '../heading.ts';
import type { SmallDescriber } from '../small-kinds.ts';

/** Models kubectl pkg/describe/describe.go RoleDescriber, ClusterRoleDescriber. */
export const describeRole: SmallDescriber = (object) => {
	const { rules } = object as KubeObject & { rules?: readonly PolicyRule[] | null };
	const description = headingWithoutNamespace(object);
	description.line(0, 'PolicyRule:');
	description.line(1, 'Resources\tNon-Resource URLs\tResource Names\tVerbs');
	description.line(1, '---------\t-----------------\t--------------\t-----');
	for (const rule of compactRules(rules ?? [])) {
		const lists = [rule.nonResourceURLs, rule.resourceNames, rule.verbs].map(
			(list = []) => `[${list.join(' ')}]`
		);
		description.line(1, [resourceText(rule), ...lists].join('\t'));
	}
	return description.toString();
};

interface Binding extends KubeObject {
	readonly roleRef: { readonly kind: string; readonly name: string };
	readonly subjects?: readonly { kind: string; name: string; namespace?: string }[];
}

/** Models RoleBindingDescriber, ClusterRoleBindingDescriber. */
export const describeBinding: SmallDescriber = (object) => {
	const { roleRef, subjects = [] } = object as Binding;
	const description = headingWithoutNamespace(object);
	description.line(0, 'Role:');
	description.line(1, `Kind:\t${roleRef.kind}`);
	description.line(1, `Name:\t${roleRef.name}`);
	description.line(0, 'Subjects:');
	description.line(1, 'Kind\tName\tNamespace');
	description.line(1, '----\t----\t---------');
	for (const { kind, name, namespace = '' } of subjects) {
		description.line(1, `${kind}\t${name}\t${namespace}`);
	}
	return description.toString();
};
