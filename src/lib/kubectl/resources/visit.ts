import { callForItems, callForObject } from '../api-call.ts';
import { throwCollected } from '../kubectl-error.ts';
import type { Steps } from '../steps.ts';
import {
	askedPath,
	caught,
	type FetchOptions,
	listError,
	listPath,
	listQuery,
	refuseSubresources
} from './fetch.ts';
import { type Info, infoOf } from './info.ts';
import type { Targets } from './targets.ts';

/**
 * Does something to each object as soon as it was read; after an error it goes on with the next one.
 *
 * Models cli-runtime pkg/resource/visitor.go EagerVisitorList, ContinueOnErrorVisitor.
 *
 * @returns how many objects there were
 * @throws the errors of all of them
 */
export function* visitTargets(
	targets: Targets,
	options: FetchOptions,
	visit: (info: Info) => Steps<void>
): Steps<number> {
	const errors: Error[] = [];
	let count = 0;
	const attempt = function* (info: Info): Steps<void> {
		count += 1;
		const result = yield* caught(visit(info));
		if (result instanceof Error) errors.push(result);
	};
	if (targets.type === 'names') {
		for (const { resource, name } of targets.named) {
			const path = askedPath(resource, name, options);
			const object = yield* caught(callForObject({ method: 'GET', path }));
			if (object instanceof Error) errors.push(object);
			else yield* attempt(infoOf(resource, object));
		}
	} else {
		refuseSubresources(options);
		for (const resource of targets.resources) {
			const path = listPath(resource, options.namespace);
			const items = yield* caught(callForItems({ method: 'GET', path, query: listQuery(options) }));
			if (items instanceof Error) errors.push(listError(items, resource, options));
			else for (const item of items) yield* attempt(infoOf(resource, item));
		}
	}
	throwCollected(errors);
	return count;
}
