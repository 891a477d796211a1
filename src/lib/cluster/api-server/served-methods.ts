import type { Resource } from '#lib/kubernetes/resources.ts';
import { methodNotAllowed, noSuchPath } from '#lib/kubernetes/status.ts';
import type { Status } from '#lib/kubernetes/object.ts';
import type { Route } from './route.ts';

const ofCollection = ['list', 'watch', 'create', 'deletecollection'];
const ofObject = ['get', 'watch', 'update', 'patch', 'delete'];
const ofSubresource: Readonly<Record<string, readonly string[]>> = {
	approval: ['get', 'patch', 'update'],
	attach: ['create', 'get'],
	ephemeralcontainers: ['get', 'patch', 'update'],
	exec: ['create', 'get'],
	portforward: ['create', 'get'],
	proxy: ['create', 'delete', 'get', 'patch', 'update'],
	resize: ['get', 'patch', 'update'],
	binding: ['create'],
	eviction: ['create'],
	finalize: ['update'],
	log: ['get'],
	scale: ['get', 'patch', 'update'],
	status: ['get', 'patch', 'update'],
	token: ['create']
};

/** What discovery says that can be done with a subresource. */
export function verbsOfSubresource(name: string): readonly string[] {
	return ofSubresource[name] ?? ['get'];
}

/**
 * What is wrong with the way to a resource: there is none, or it isn't open to this method; undefined when it is right.
 * Models apiserver/pkg/endpoints/installer.go registerResourceHandlers.
 */
export function refusedPath(route: Route, resource: Resource | undefined): Status | undefined {
	const { subresource, verb, name, namespace } = route;
	if (resource === undefined) return noSuchPath();
	if (subresource !== undefined && !resource.subresources.includes(subresource))
		return noSuchPath();
	const isBelowNamespace = namespace !== undefined;
	if (isBelowNamespace && !resource.namespaced) return noSuchPath();
	if (subresource !== undefined) {
		return ofSubresource[subresource]?.includes(verb) === false ? methodNotAllowed() : undefined;
	}
	if (!resource.verbs.includes(verb)) return methodNotAllowed();
	if (name !== undefined) return ofObject.includes(verb) ? undefined : methodNotAllowed();
	const needsNamespace = resource.namespaced && !isBelowNamespace;
	if (needsNamespace && (verb === 'create' || verb === 'deletecollection'))
		return methodNotAllowed();
	return ofCollection.includes(verb) ? undefined : methodNotAllowed();
}
