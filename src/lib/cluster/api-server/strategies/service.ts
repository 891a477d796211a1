import type { Status } from '#lib/kubernetes/object.ts';
import type { Service } from '#lib/kubernetes/service.ts';
import { internalError, invalid } from '#lib/kubernetes/status.ts';
import { causeOf } from '#lib/kubernetes/validation/field-error.ts';
import { allocate } from '../services/allocate.ts';
import { alignClusterIps, dropUnneeded, keepAllocated } from '../services/carry-over.ts';
import type { Strategy } from './strategy.ts';

/** Models pkg/registry/core/service/strategy.go svcStrategy and storage/storage.go beginCreate, beginUpdate. */
export const serviceStrategy: Strategy = {
	returnsDeleted: true,

	begin(object, current, { services, id }): Service | Status {
		const service = object as Service;
		const old = (current as Service | null)?.spec;
		services.settle(id);
		const carried = old === undefined ? service.spec : keepAllocated(service.spec, old);
		const result = allocate(alignClusterIps(carried, old), old, services, id);
		if ('spec' in result) return { ...service, spec: result.spec };
		if ('failure' in result) return internalError(result.failure);
		const { name = '' } = service.metadata;
		return invalid({ group: '', kind: 'Service' }, name, result.errors.map(causeOf));
	},

	prepareForCreate: (object) => asRead({ ...(object as Service), status: { loadBalancer: {} } }),

	prepareForUpdate: (updated, current) =>
		asRead(dropUnneeded(updated as Service, current as Service))
};

/** Upstream stores what an ExternalName doesn't need, and leaves it out when it is read. Models defaultOnReadInternalTrafficPolicy. */
function asRead(service: Service): Service {
	if (service.spec.type !== 'ExternalName') return service;
	const { internalTrafficPolicy: _policy, ...spec } = service.spec;
	return { ...service, spec };
}
