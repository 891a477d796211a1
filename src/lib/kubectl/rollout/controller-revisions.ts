import { isDeepEqual } from '#lib/kubernetes/deep-equal.ts';
import { formatSelector, type LabelSelector, selectorOf } from '#lib/kubernetes/labels/selector.ts';
import type { KubeObject } from '#lib/kubernetes/object.ts';
import { applyStrategicMergePatch } from '#lib/kubernetes/patch/strategic-merge-patch.ts';
import type { PodTemplate } from '#lib/kubernetes/pod-template.ts';
import { resourceOfKind } from '#lib/kubernetes/resources.ts';
import { callForItems, callForObject } from '../api-call.ts';
import { KubectlError } from '../kubectl-error.ts';
import { caught, listPath } from '../resources/fetch.ts';
import { type Info, infoPath } from '../resources/info.ts';
import type { Steps } from '../steps.ts';

/** A DaemonSet or a StatefulSet: what they were is kept in ControllerRevisions. */
export interface RevisionedSet extends KubeObject {
	readonly spec: { readonly selector?: LabelSelector; readonly template: PodTemplate };
}

export interface ControllerRevision extends KubeObject {
	readonly revision?: number;
	/** A strategic merge patch that makes the set what it was. */
	readonly data?: unknown;
}

/**
 * The set as it is, and its revisions in order.
 *
 * Models kubectl pkg/polymorphichelpers/history.go daemonSetHistory, statefulSetHistory.
 */
export function* historyOf(
	info: Info
): Steps<{ readonly set: RevisionedSet; readonly revisions: readonly ControllerRevision[] }> {
	const { kind } = info.resource;
	// Upstream writes the one kind so in this one place.
	const shown = kind === 'StatefulSet' ? 'Statefulset' : kind;
	const found = yield* caught(callForObject({ method: 'GET', path: infoPath(info) }));
	if (found instanceof Error) {
		throw new KubectlError(`failed to retrieve ${shown} ${info.name}: ${found.message}`);
	}
	const set = found as RevisionedSet;
	const listed = yield* caught(
		callForItems({
			method: 'GET',
			path: listPath(resourceOfKind('apps/v1', 'ControllerRevision')!, info.namespace),
			query: { labelSelector: formatSelector(selectorOf(set.spec.selector)) }
		})
	);
	if (listed instanceof Error) {
		throw new KubectlError(
			`unable to find history controlled by ${kind} ${info.name}: ${listed.message}`
		);
	}
	const revisions = (listed as readonly ControllerRevision[])
		.filter(({ metadata }) =>
			metadata.ownerReferences?.some((one) => one.controller && one.uid === set.metadata.uid)
		)
		.sort((a, b) => (a.revision ?? 0) - (b.revision ?? 0));
	return { set, revisions };
}

/** The set as it was at a revision. Models applyDaemonSetHistory, applyRevision. */
export function setAt(set: RevisionedSet, { data }: ControllerRevision): RevisionedSet {
	return applyStrategicMergePatch(set, data as object, set.kind) as RevisionedSet;
}

/** Whether the set is already what it was. Models daemonSetMatch, statefulsetMatch. */
export function isAt(set: RevisionedSet, revision: ControllerRevision): boolean {
	return isDeepEqual(setAt(set, revision).spec.template, set.spec.template);
}
