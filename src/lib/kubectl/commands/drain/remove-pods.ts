import type { Pod } from '#lib/kubernetes/pod.ts';
import { resourceOfKind } from '#lib/kubernetes/resources.ts';
import { call, callForObject } from '../../api-call.ts';
import { goDurationText } from '../../command-line/go-value.ts';
import type { CommandContext } from '../../command.ts';
import { type DryRun, dryRunSuffix } from '../../dry-run.ts';
import { ErrorList, isNotFound, KubectlError, StatusError } from '../../kubectl-error.ts';
import { caught } from '../../resources/fetch.ts';
import { objectPath } from '../../resources/info.ts';
import { sleep, type Steps, together } from '../../steps.ts';
import { isLongGone } from './pods-to-remove.ts';

const retryMs = 5000;
const pollMs = 1000;

/**
 * Evicts the Pods, all at once, or deletes them with `--disable-eviction`, and waits until they are gone.
 *
 * Models kubectl pkg/drain/drain.go DeleteOrEvictPods.
 *
 * @throws ErrorList
 */
export function* removePods(
	context: CommandContext,
	pods: readonly Pod[],
	dryRun: DryRun
): Steps<void> {
	if (pods.length === 0) return;
	const timeout = context.flags.duration('timeout');
	const untilMs = timeout === 0 ? Infinity : context.nowMs() + timeout;
	if (context.flags.bool('disable-eviction')) {
		yield* deletePods(context, pods, dryRun, untilMs);
		return;
	}
	yield* call({ method: 'GET', path: '/api/v1' });
	const ends = yield* together(pods.map((pod) => evict(context, pod, dryRun, untilMs)));
	const failures = ends.filter((end) => end instanceof Error);
	if (failures.length > 0) throw new ErrorList(failures);
}

/** Models evictPods, for one of them. */
function* evict(context: CommandContext, pod: Pod, dryRun: DryRun, untilMs: number): Steps<void> {
	const { name = '', namespace = '' } = pod.metadata;
	const quoted = `pods/${JSON.stringify(name)} -n ${JSON.stringify(namespace)}`;
	const suffix = dryRun === 'server' ? dryRunSuffix(dryRun) : '';
	let active = pod;
	for (;;) {
		context.out(`evicting pod ${namespace}/${name}${suffix}\n`);
		if (context.nowMs() >= untilMs) {
			const limit = goDurationText(context.flags.duration('timeout'));
			throw new KubectlError(`error when evicting ${quoted}: global timeout reached: ${limit}`);
		}
		const answer = yield* caught(askForEviction(context, active, dryRun));
		if (!(answer instanceof Error)) break;
		if (isNotFound(answer)) return;
		const reason = answer instanceof StatusError ? answer.status.reason : undefined;
		if (isNamespaceEnding(answer)) {
			if (active.metadata.deletionTimestamp) break;
			context.err(
				`error when evicting pod ${JSON.stringify(name)} from terminating namespace ${JSON.stringify(namespace)} (will retry after 5s): ${answer.message}\n`
			);
		} else if (reason === 'TooManyRequests') {
			context.err(`error when evicting ${quoted} (will retry after 5s): ${answer.message}\n`);
		} else {
			throw new KubectlError(`error when evicting ${quoted}: ${answer.message}`);
		}
		yield* sleep(retryMs);
		const fresh = yield* caught(callForObject({ method: 'GET', path: pathOf(active) }));
		if (!(fresh instanceof Error)) active = fresh as Pod;
	}
	if (dryRun === 'server') return;
	const waited = yield* caught(waitUntilGone(context, [active], 'evicted', untilMs));
	if (waited instanceof Error) {
		throw new KubectlError(
			`error when waiting for pod ${JSON.stringify(name)} in namespace ${JSON.stringify(namespace)} to terminate: ${waited.message}`
		);
	}
}

function* askForEviction(context: CommandContext, pod: Pod, dryRun: DryRun): Steps<void> {
	const { name = '', namespace = '' } = pod.metadata;
	yield* call({
		method: 'POST',
		path: `${pathOf(pod)}/eviction`,
		body: {
			kind: 'Eviction',
			apiVersion: 'policy/v1',
			metadata: { name, namespace },
			deleteOptions: deleteOptions(context, dryRun)
		}
	});
}

function deleteOptions({ flags }: CommandContext, dryRun: DryRun): object {
	const grace = flags.int('grace-period');
	return {
		...(grace >= 0 ? { gracePeriodSeconds: grace } : undefined),
		...(dryRun === 'server' ? { dryRun: ['All'] } : undefined)
	};
}

/** Models deletePods. */
function* deletePods(
	context: CommandContext,
	pods: readonly Pod[],
	dryRun: DryRun,
	untilMs: number
): Steps<void> {
	for (const pod of pods) {
		const body = {
			kind: 'DeleteOptions',
			apiVersion: 'v1',
			...deleteOptions(context, dryRun)
		};
		const answer = yield* caught(call({ method: 'DELETE', path: pathOf(pod), body }));
		if (answer instanceof Error && !isNotFound(answer)) throw answer;
	}
	yield* waitUntilGone(context, pods, 'deleted', untilMs);
}

/** Models waitForDelete. */
function* waitUntilGone(
	context: CommandContext,
	pods: readonly Pod[],
	done: 'evicted' | 'deleted',
	untilMs: number
): Steps<void> {
	let pending = pods;
	for (;;) {
		const left: Pod[] = [];
		for (const pod of pending) {
			const { name = '', uid } = pod.metadata;
			const found = yield* caught(callForObject({ method: 'GET', path: pathOf(pod) }));
			if (isNotFound(found) || (!(found instanceof Error) && found.metadata.uid !== uid)) {
				context.out(`pod/${name} ${done}\n`);
			} else if (found instanceof Error) {
				context.out(`pod/${name} ${done === 'evicted' ? 'eviction' : 'deletion'} failed\n`);
				throw found;
			} else if (isLongGone(context, found as Pod)) {
				const seconds = context.flags.text('skip-wait-for-delete-timeout');
				context.out(
					`pod ${JSON.stringify(name)} has DeletionTimestamp older than ${seconds} seconds, skipping\n`
				);
			} else {
				left.push(pod);
			}
		}
		if (left.length === 0) return;
		if (context.nowMs() + pollMs > untilMs) {
			yield* sleep(Math.max(0, untilMs - context.nowMs()));
			throw new KubectlError('context deadline exceeded');
		}
		pending = left;
		yield* sleep(pollMs);
	}
}

function isNamespaceEnding(error: Error): boolean {
	if (!(error instanceof StatusError) || error.status.reason !== 'Forbidden') return false;
	const causes = error.status.details?.causes ?? [];
	return causes.some(({ reason }) => reason === 'NamespaceTerminating');
}

function pathOf({ metadata }: Pod): string {
	return objectPath(resourceOfKind('v1', 'Pod')!, metadata.namespace ?? '', metadata.name ?? '');
}
