import type { Pod } from '#lib/kubernetes/pod.ts';
import { resourceOfKind } from '#lib/kubernetes/resources.ts';
import { callForItems, callForObject, sorted } from '../../api-call.ts';
import type { CommandContext } from '../../command.ts';
import { ErrorList, isNotFound, KubectlError } from '../../kubectl-error.ts';
import { caught } from '../../resources/fetch.ts';
import { objectPath } from '../../resources/info.ts';
import type { Steps } from '../../steps.ts';

/** What is to become of a Pod, and what there is to be said of it. */
type Verdict =
	| { readonly type: 'goes' | 'stays' }
	| { readonly type: 'goes' | 'stays'; readonly warning: string }
	| { readonly type: 'error'; readonly error: string };

const mirrorAnnotation = 'kubernetes.io/config.mirror';

/**
 * The Pods of a node that a drain removes, with one warning about them.
 *
 * Models kubectl pkg/drain/drain.go GetPodsForDeletion, filters.go.
 *
 * @throws ErrorList when there are Pods that may not be removed
 */
export function* podsToRemove(
	context: CommandContext,
	node: string
): Steps<{ readonly pods: readonly Pod[]; readonly warning: string }> {
	const selector = context.flags.text('pod-selector');
	const all = (yield* callForItems({
		method: 'GET',
		path: '/api/v1/pods',
		query: sorted({
			fieldSelector: `spec.nodeName=${node}`,
			...(selector === '' ? undefined : { labelSelector: selector }),
			limit: context.flags.text('chunk-size')
		})
	})) as readonly Pod[];
	const judged: (readonly [Pod, Verdict])[] = [];
	for (const pod of all) judged.push([pod, yield* verdictOn(context, pod)]);
	const errors = byText(judged, (verdict) => ('error' in verdict ? verdict.error : undefined));
	if (errors.length > 0) {
		throw new ErrorList(errors.map((text) => new KubectlError(`cannot delete ${text}`)));
	}
	const warnings = byText(judged, (verdict) =>
		'warning' in verdict ? verdict.warning : undefined
	);
	const pods = judged.filter(([, { type }]) => type === 'goes').map(([pod]) => pod);
	return { pods, warning: warnings.join('; ') };
}

/** `TEXT: NAMESPACE/NAME, …` for each text. */
function byText(
	judged: readonly (readonly [Pod, Verdict])[],
	textOf: (verdict: Verdict) => string | undefined
): readonly string[] {
	const names = new Map<string, string[]>();
	for (const [{ metadata }, verdict] of judged) {
		const text = textOf(verdict);
		const name = `${metadata.namespace ?? ''}/${metadata.name ?? ''}`;
		if (text !== undefined) names.set(text, [...(names.get(text) ?? []), name]);
	}
	return [...names].map(([text, list]) => `${text}: ${list.join(', ')}`);
}

/** The last filter has the last word. Models makeFilters. */
function* verdictOn(context: CommandContext, pod: Pod): Steps<Verdict> {
	const { flags } = context;
	const hasEnded = ['Succeeded', 'Failed'].includes(pod.status.phase ?? '');
	const owner = pod.metadata.ownerReferences?.find(({ controller }) => controller);
	if (isLongGone(context, pod)) return { type: 'stays' };
	if (owner?.kind === 'DaemonSet' && owner.apiVersion === 'apps/v1' && !hasEnded) {
		const verdict = yield* daemonVerdict(context, pod, owner.name);
		if (verdict.type !== 'goes') return verdict;
	}
	if (pod.metadata.annotations?.[mirrorAnnotation] !== undefined) return { type: 'stays' };
	if (hasEnded) return { type: 'goes' };
	const isLocal = (pod.spec.volumes ?? []).some(({ emptyDir }) => emptyDir !== undefined);
	if (isLocal && !flags.bool('delete-emptydir-data')) {
		return {
			type: 'error',
			error: 'Pods with local storage (use --delete-emptydir-data to override)'
		};
	}
	if (owner !== undefined) return { type: 'goes' };
	return flags.bool('force')
		? { type: 'goes', warning: 'deleting Pods that declare no controller' }
		: {
				type: 'error',
				error: 'cannot delete Pods that declare no controller (use --force to override)'
			};
}

function* daemonVerdict(context: CommandContext, pod: Pod, name: string): Steps<Verdict> {
	const resource = resourceOfKind('apps/v1', 'DaemonSet')!;
	const path = objectPath(resource, pod.metadata.namespace ?? '', name);
	const found = yield* caught(callForObject({ method: 'GET', path }));
	if (found instanceof Error) {
		return isNotFound(found) && context.flags.bool('force')
			? { type: 'goes', warning: found.message }
			: { type: 'error', error: found.message };
	}
	return context.flags.bool('ignore-daemonsets')
		? { type: 'stays', warning: 'ignoring DaemonSet-managed Pods' }
		: {
				type: 'error',
				error: 'DaemonSet-managed Pods (use --ignore-daemonsets to ignore)'
			};
}

/** Models shouldSkipPod. */
export function isLongGone({ flags, nowMs }: CommandContext, { metadata }: Pod): boolean {
	const seconds = flags.int('skip-wait-for-delete-timeout');
	if (seconds <= 0 || !metadata.deletionTimestamp) return false;
	return Math.floor((nowMs() - Date.parse(metadata.deletionTimestamp)) / 1000) > seconds;
}
