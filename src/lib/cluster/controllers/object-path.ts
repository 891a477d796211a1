import { collectionPath, resourceOfKind } from '#lib/kubernetes/resources.ts';

/** Where an object of that kind is in the API. */
export function objectPath(
	{ apiVersion, kind }: { readonly apiVersion: string; readonly kind: string },
	namespace: string | undefined,
	name: string,
	subresource?: string
): string {
	const path = `${collectionPath(resourceOfKind(apiVersion, kind)!, namespace)}/${name}`;
	return subresource === undefined ? path : `${path}/${subresource}`;
}
