import type { Service } from '#lib/kubernetes/service.ts';

/** Which Service a slice belongs to. */
export const serviceNameLabel = 'kubernetes.io/service-name';
/** Who writes a slice. */
export const managedByLabel = 'endpointslice.kubernetes.io/managed-by';
export const sliceManager = 'endpointslice-controller.k8s.io';
/** On slices and Endpoints of Services without an address. */
export const headlessLabel = 'service.kubernetes.io/headless';

/** Models pkg/apis/core/v1/helper IsServiceIPSet. */
export function isHeadless({ spec }: Service): boolean {
	return !spec.clusterIP || spec.clusterIP === 'None';
}

/** The Service's own labels and those that tie a slice to it. Models k8s.io/endpointslice utils.go setEndpointSliceLabels. */
export function sliceLabels(service: Service): Readonly<Record<string, string>> {
	const {
		[headlessLabel]: _headless,
		[serviceNameLabel]: _name,
		[managedByLabel]: _manager,
		...own
	} = service.metadata.labels ?? {};
	return {
		...own,
		...(isHeadless(service) ? { [headlessLabel]: '' } : undefined),
		[managedByLabel]: sliceManager,
		[serviceNameLabel]: service.metadata.name!
	};
}
