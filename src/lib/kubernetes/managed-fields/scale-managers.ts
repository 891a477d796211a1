import { difference, type FieldSet, fieldSetOf, hasField } from './field-set.ts';
import { type Managed, managerId, type Managers } from './manager.ts';
import { fieldElement } from './path-element.ts';

const path = [fieldElement('spec'), fieldElement('replicas')];
const replicas: FieldSet = fieldSetOf(path);
const scaleVersion = 'autoscaling/v1';

/**
 * Who manages an object's count, as managers of its Scale. Models managedfields/scalehandler.go ToSubresource.
 *
 * @param apiVersion the object's
 */
export function scaleManagers(managers: Managers, apiVersion: string): Managers {
	const scale = new Map<string, Managed>();
	for (const managed of managers.values()) {
		if (managed.apiVersion !== apiVersion || !hasField(managed.fields, path)) continue;
		const inScale = { ...managed, apiVersion: scaleVersion, fields: replicas };
		scale.set(managerId(inScale), inScale);
	}
	return scale;
}

/**
 * Who manages what of the object after its Scale was written. Whoever changed the count manages it from then on, and nobody
 * knows since when. Models managedfields/scalehandler.go ToParent, in which someone who updates (and doesn't apply) is told
 * apart by the version: of a Scale and of its object, even when nothing was changed.
 */
export function managersOfScaled(
	managers: Managers,
	scale: Managers,
	apiVersion: string
): Managers {
	const left = new Map<string, Managed>();
	const entering = new Map(scale);
	for (const [id, managed] of managers) {
		if (managed.apiVersion !== apiVersion) continue;
		if (!hasField(managed.fields, path)) left.set(id, managed);
		else if (entering.has(id)) {
			left.set(id, managed);
			entering.delete(id);
		} else {
			const fields = difference(managed.fields, replicas);
			if (fields.size > 0) left.set(id, { ...managed, fields });
		}
	}
	for (const [id, { manager, operation, subresource, fields }] of entering) {
		if (!hasField(fields, path)) continue;
		const time = managers.get(id)?.time;
		const back: Managed = {
			manager,
			operation,
			apiVersion,
			...(time !== undefined && { time }),
			...(subresource !== undefined && { subresource }),
			fields: replicas
		};
		const own = managerId(back);
		left.set(left.has(own) ? `${own} of the Scale` : own, back);
	}
	return left;
}
