import type { KubeObject } from '#lib/kubernetes/object.ts';
import { collectionPath } from '#lib/kubernetes/resources.ts';
import { sorted } from '../api-call.ts';
import { KubectlError, StatusError } from '../kubectl-error.ts';
import type { Info } from '../resources/info.ts';
import { nextOf, openWatch, type Steps, stopWatch } from '../steps.ts';

/** What happened to the one object: a version of it, its end, or that the watch's first look didn't find it. */
export type OneEvent =
	| { readonly type: 'version'; readonly object: KubeObject }
	| { readonly type: 'deleted'; readonly object: KubeObject }
	| { readonly type: 'absent' };

/**
 * Watches one object, its state at the beginning first, until `isDone` says so.
 *
 * Models client-go tools/watch/until.go UntilWithSync over an informer that asks for initial events.
 *
 * @param untilMs a moment of the cluster's clock
 * @param timeoutText said when it comes; by default as pkg/cmd/wait/wait.go extendErrWaitTimeout says it
 * @throws KubectlError when the time is over
 */
export function* watchOne(
	info: Info,
	untilMs: number | undefined,
	isDone: (event: OneEvent) => boolean,
	timeoutText = `timed out waiting for the condition on ${info.resource.plural}/${info.name}`
): Steps<void> {
	const stream = yield* openWatch({
		method: 'GET',
		path: collectionPath(info.resource, info.namespace === '' ? undefined : info.namespace),
		query: sorted({
			allowWatchBookmarks: 'true',
			fieldSelector: `metadata.name=${info.name}`,
			resourceVersionMatch: 'NotOlderThan',
			sendInitialEvents: 'true',
			watch: 'true'
		})
	});
	let isPresent = false;
	try {
		for (;;) {
			const news = yield* nextOf(stream, untilMs);
			if (news.type === 'timeout') throw new KubectlError(timeoutText);
			if (news.type === 'closed')
				throw new KubectlError('watch closed before UntilWithoutRetry timeout');
			const { event } = news;
			if (event.type === 'ERROR') throw new StatusError(event.object as never);
			const object = event.object as KubeObject;
			let one: OneEvent | undefined;
			if (event.type === 'BOOKMARK') {
				const isInitialEnd = object.metadata.annotations?.['k8s.io/initial-events-end'] === 'true';
				if (isInitialEnd && !isPresent) one = { type: 'absent' };
			} else {
				isPresent = event.type !== 'DELETED';
				one = { type: isPresent ? 'version' : 'deleted', object };
			}
			if (one !== undefined && isDone(one)) break;
		}
	} finally {
		yield* stopWatch(stream);
	}
}
