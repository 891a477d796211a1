import { type Managers, managerText } from './manager.ts';
import { type FieldSet, pathsOf } from './field-set.ts';
import { type Path, pathText } from './path-element.ts';

/** A field that someone wants and another one has. */
export interface Conflict {
	/** By which the manager is found. */
	readonly id: string;
	/** As a message names the manager. */
	readonly manager: string;
	readonly path: Path;
}

/** Somebody applied what others manage. */
export class ApplyConflict extends Error {
	constructor(readonly conflicts: readonly Conflict[]) {
		super(conflictMessage(conflicts));
	}
}

export function conflictsOf(
	sets: ReadonlyMap<string, FieldSet>,
	managers: Managers
): readonly Conflict[] {
	return [...sets]
		.sort(([a], [b]) => (a < b ? -1 : 1))
		.flatMap(([id, set]) => {
			const manager = managerText(managers.get(id)!);
			return pathsOf(set).map((path) => ({ id, manager, path }));
		});
}

/** Models managedfields/internal/conflict.go getConflictMessage. */
function conflictMessage(conflicts: readonly Conflict[]): string {
	const [first] = conflicts;
	if (first !== undefined && conflicts.length === 1) {
		return `Apply failed with 1 conflict: conflict with ${first.manager}: ${pathText(first.path)}`;
	}
	const lines: string[] = [];
	let last: string | undefined;
	for (const { id, manager, path } of conflicts) {
		if (id !== last) lines.push(`conflicts with ${manager}:`);
		last = id;
		lines.push(`- ${pathText(path)}`);
	}
	return `Apply failed with ${conflicts.length} conflicts: ${lines.join('\n')}`;
}
