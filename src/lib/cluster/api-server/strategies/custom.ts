import { isDeepEqual } from '#lib/kubernetes/deep-equal.ts';
import type { KubeObject } from '#lib/kubernetes/object.ts';
import type { Strategy } from './strategy.ts';

/** Models apiextensions-apiserver/pkg/registry/customresource/strategy.go. */
export const customStrategy: Strategy = {
	needsVersion: true,
	prepareForCreate(object, { resource }) {
		if (!resource.subresources.includes('status')) return object;
		const { status: _status, ...rest } = object;
		return rest as KubeObject;
	},
	changesGeneration(updated, current) {
		const { metadata: _updated, ...now } = updated;
		const { metadata: _current, ...before } = current;
		return !isDeepEqual(now, before);
	}
};
