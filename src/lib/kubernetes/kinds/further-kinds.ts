import { addSchema } from '../schema/schema.ts';
import { furtherSchemaText } from '../schema/further-schema-text.ts';
import type { KindRules } from './kind-rules.ts';
import { learnKinds } from './known-kinds.ts';
import { clusterRoleBindingKind, roleBindingKind } from './rbac/binding.ts';
import { clusterRoleKind, roleKind } from './rbac/role.ts';

const kinds: readonly KindRules[] = [
	clusterRoleBindingKind,
	clusterRoleKind,
	roleBindingKind,
	roleKind
];

/**
 * Makes the kinds known that no part of the cluster works with: their fields, defaults, rules and columns. Whoever may be
 * asked for them calls it before the first request.
 */
export function learnFurtherKinds(): void {
	addSchema(furtherSchemaText);
	learnKinds(kinds);
}
