import type { KubeObject } from '#lib/kubernetes/object.ts';

/** What an admission plugin did to an object. */
export interface Mutation {
	readonly plugin: string;
	/** `spec.tolerations`: what it set or changed, down to the second level. */
	readonly fields: readonly string[];
}

type Fields = Readonly<Record<string, unknown>>;

/** What differs between two versions, by identity: what a plugin leaves as it was, it hands on. */
export function changedFields(before: KubeObject, after: KubeObject): readonly string[] {
	const fields: string[] = [];
	for (const [part, now] of Object.entries(after)) {
		const then = before[part];
		if (now === then) continue;
		if (part !== 'spec' && part !== 'metadata') fields.push(part);
		else {
			for (const [name, value] of Object.entries(now as Fields)) {
				if ((then as Fields | undefined)?.[name] !== value) fields.push(`${part}.${name}`);
			}
		}
	}
	return fields;
}

/** As the trace has it: `Priority: spec.priority, spec.preemptionPolicy; …`. */
export function mutationsText(mutations: readonly Mutation[]): string {
	return mutations.map(({ plugin, fields }) => `${plugin}: ${fields.join(', ')}`).join('; ');
}
