import { collectionPath, groupOf, type Resource } from '#lib/kubernetes/resources.ts';
import { callForItems, callForObject } from '../api-call.ts';
import { KubectlError, StatusError } from '../kubectl-error.ts';
import type { Steps } from '../steps.ts';
import { type Info, infoOf, objectPath } from './info.ts';
import type { Targets } from './targets.ts';

export interface FetchOptions {
	/** '' is all namespaces. */
	readonly namespace: string;
	readonly labelSelector?: string;
	readonly fieldSelector?: string;
	/** Of the named objects, instead of themselves. */
	readonly subresource?: string;
}

export interface Fetched {
	readonly infos: readonly Info[];
	/** One for each object or list that couldn't be had. */
	readonly errors: readonly Error[];
}

const pageSize = '500';

/** The query of a list that kubectl makes. */
export function listQuery(
	options: Omit<FetchOptions, 'namespace' | 'subresource'>
): Record<string, string> {
	return {
		...(options.fieldSelector ? { fieldSelector: options.fieldSelector } : undefined),
		...(options.labelSelector ? { labelSelector: options.labelSelector } : undefined),
		limit: pageSize
	};
}

/** Reads every target from the server: a GET for each name, a list for each resource. Goes on after a refusal. */
export function* fetchTargets(targets: Targets, options: FetchOptions): Steps<Fetched> {
	const infos: Info[] = [];
	const errors: Error[] = [];
	if (targets.type === 'names') {
		for (const { resource, name } of targets.named) {
			const path = askedPath(resource, name, options);
			const result = yield* caught(callForObject({ method: 'GET', path }));
			if (result instanceof Error) errors.push(result);
			else infos.push(infoOf(resource, result));
		}
	} else {
		refuseSubresources(options);
		for (const resource of targets.resources) {
			const path = listPath(resource, options.namespace);
			const result = yield* caught(
				callForItems({ method: 'GET', path, query: listQuery(options) })
			);
			if (result instanceof Error) errors.push(listError(result, resource, options));
			else infos.push(...result.map((object) => infoOf(resource, object)));
		}
	}
	return { infos, errors };
}

/** Where a named object is, or what is asked of it. */
export function askedPath(
	resource: Resource,
	name: string,
	{ namespace, subresource }: FetchOptions
): string {
	const path = objectPath(resource, resource.namespaced ? namespace : '', name);
	return subresource ? `${path}/${subresource}` : path;
}

/**
 * Models cli-runtime pkg/resource/builder.go visitBySelector.
 *
 * @throws KubectlError
 */
export function refuseSubresources({ subresource }: Pick<FetchOptions, 'subresource'>): void {
	if (!subresource) return;
	throw new KubectlError('subresource cannot be used when bulk resources are specified');
}

export function listPath(resource: Resource, namespace: string): string {
	return collectionPath(resource, namespace === '' ? undefined : namespace);
}

/**
 * A list that was refused for its selectors names them. Models cli-runtime pkg/resource/selector.go Visit.
 */
export function listError(
	error: Error,
	resource: Resource,
	{ labelSelector = '', fieldSelector = '' }: Omit<FetchOptions, 'namespace'>
): Error {
	if (!(error instanceof StatusError)) return error;
	const { reason } = error.status;
	const selects = labelSelector !== '' || fieldSelector !== '';
	if (reason !== 'BadRequest' && !(reason === 'NotFound' && selects)) return error;
	const version = resource.apiVersion.split('/').at(-1)!;
	const shown = `${groupOf(resource)}/${version}, Resource=${resource.plural}`;
	const message = `Unable to find ${JSON.stringify(shown)} that match label selector ${JSON.stringify(labelSelector)}, field selector ${JSON.stringify(fieldSelector)}: ${error.message}`;
	return new StatusError({ ...error.status, message });
}

/** The result of steps, or the error that ended them. */
export function* caught<Result>(steps: Steps<Result>): Steps<Result | Error> {
	try {
		return yield* steps;
	} catch (error) {
		return error as Error;
	}
}
