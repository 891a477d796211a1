import { resourceOfKind } from '../resources.ts';
import type { KindRules } from './kind-rules.ts';

const byKind = new Map<string, KindRules>();
const byPlural = new Map<string, KindRules>();

/** Makes rules of kinds known. Knowing one twice is no harm. */
export function learnKinds(kinds: readonly KindRules[]): void {
	for (const rules of kinds) {
		const { apiVersion, kind } = rules;
		byKind.set(`${apiVersion} ${kind}`, rules);
		const resource = resourceOfKind(apiVersion, kind);
		if (resource !== undefined) byPlural.set(resource.plural, rules);
	}
}

/** The rules of a kind, as far as they have been loaded. */
export function kindRules(apiVersion: string, kind: string): KindRules | undefined {
	return byKind.get(`${apiVersion} ${kind}`);
}

/** The rules of a resource's kind, by its plural. */
export function kindRulesAt(plural: string): KindRules | undefined {
	return byPlural.get(plural);
}
