import { collectionPath, groupOf, type Resource } from '#lib/kubernetes/resources.ts';
import type { KubeObject } from '#lib/kubernetes/object.ts';
import { kindPrefix } from './find-resource.ts';

/** One object that a command is about. */
export interface Info {
	readonly resource: Resource;
	/** '' for what belongs to no namespace. */
	readonly namespace: string;
	readonly name: string;
	readonly object: KubeObject;
	/** The file that it came from, '' when it came from the server. */
	readonly source: string;
}

export function objectPath(resource: Resource, namespace: string, name: string): string {
	return `${collectionPath(resource, namespace === '' ? undefined : namespace)}/${name}`;
}

export function infoPath(info: Info): string {
	return objectPath(info.resource, info.namespace, info.name);
}

export function infoOf(resource: Resource, object: KubeObject, source = ''): Info {
	return {
		resource,
		namespace: resource.namespaced ? (object.metadata.namespace ?? '') : '',
		name: object.metadata.name ?? '',
		object,
		source
	};
}

/** `pod/web`. */
export function shownName(info: Pick<Info, 'resource' | 'name'>): string {
	return `${kindPrefix(info.resource)}/${info.name}`;
}

/** What messages say of an object to be changed. Models cli-runtime pkg/resource/visitor.go Info.String. */
export function infoText({ resource, namespace, name }: Info): string {
	const version = resource.apiVersion.split('/').at(-1)!;
	const prefix = `${groupOf(resource)}/${version}`;
	return `Resource: "${prefix}, Resource=${resource.plural}", GroupVersionKind: "${prefix}, Kind=${resource.kind}"\nName: "${name}", Namespace: "${namespace}"`;
}
