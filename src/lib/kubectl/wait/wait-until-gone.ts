import { callForObject } from '../api-call.ts';
import { isNotFound } from '../kubectl-error.ts';
import { caught } from '../resources/fetch.ts';
import { type Info, infoPath } from '../resources/info.ts';
import type { Steps } from '../steps.ts';
import { watchOne } from './watch-one.ts';

/**
 * Waits until the object is gone, or another one has its name.
 *
 * Models kubectl pkg/cmd/wait/delete.go IsDeleted.
 *
 * @param info its object may know the uid
 * @param untilMs a moment of the cluster's clock
 * @throws KubectlError when the time is over
 */
export function* waitUntilGone(info: Info, untilMs: number | undefined): Steps<void> {
	const found = yield* caught(callForObject({ method: 'GET', path: infoPath(info) }));
	if (isNotFound(found)) return;
	if (found instanceof Error) throw found;
	const uid = info.object.metadata.uid;
	const isOther = (other: string | undefined): boolean => uid !== undefined && other !== uid;
	if (isOther(found.metadata.uid)) return;
	yield* watchOne(
		info,
		untilMs,
		(event) => event.type !== 'version' || isOther(event.object.metadata.uid)
	);
}
