import type { KubeObject } from '#lib/kubernetes/object.ts';
import { reread } from '#lib/kubernetes/managed-fields/managed-fields-entry.ts';
import type { Managers } from '#lib/kubernetes/managed-fields/manager.ts';
import { managersOfScaled, scaleManagers } from '#lib/kubernetes/managed-fields/scale-managers.ts';
import type { Write } from './field-managers.ts';

/**
 * A write of an object's Scale. Models pkg/registry/apps/deployment/storage/storage.go scaleUpdatedObjectInfo.UpdatedObject.
 *
 * @param inScale who manages what of the Scale after it
 */
export function scaleWrite(
	apiVersion: string,
	inScale: (managers: Managers, before: KubeObject) => Managers
): Write {
	return {
		managersAfter(managers, before) {
			const known = reread(managers);
			const scale = inScale(scaleManagers(known, apiVersion), before!);
			return managersOfScaled(known, reread(scale), apiVersion);
		}
	};
}
