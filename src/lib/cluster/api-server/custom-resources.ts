import { kindRulesAt } from '#lib/kubernetes/kinds/known-kinds.ts';
import type { KubeObject } from '#lib/kubernetes/object.ts';
import { groupOf, type Resource } from '#lib/kubernetes/resources.ts';
import type { Route } from './route.ts';

/** The resource of the definitions of others. */
export const definitions = 'customresourcedefinitions';

/** What definitions that are stored make a server serve. The rules of their kind say what that is. */
export class CustomResources {
	private readonly byDefinition = new Map<string, readonly Resource[]>();
	private served: readonly Resource[] = [];

	/** A definition came, changed or went; `object` is null when it is gone. */
	hearOf(name: string, object: KubeObject | null): void {
		const rules = kindRulesAt(definitions);
		if (object === null) this.byDefinition.delete(name);
		else this.byDefinition.set(name, rules?.resources?.(object) ?? []);
		this.served = [...this.byDefinition.values()].flat();
	}

	/** Every version of every kind. */
	get all(): readonly Resource[] {
		return this.served;
	}

	/** The resource at a path; undefined when no definition has it. */
	at({
		group,
		version,
		resource
	}: Pick<Route, 'group' | 'version' | 'resource'>): Resource | undefined {
		const apiVersion = `${group}/${version}`;
		return this.served.find(
			(one) => one.apiVersion === apiVersion && one.custom?.plural === resource
		);
	}

	hasGroup(group: string): boolean {
		return this.served.some((one) => groupOf(one) === group);
	}
}
