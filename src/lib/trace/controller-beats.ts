import { isDeepEqual } from '#lib/kubernetes/deep-equal.ts';
import type { Deployment } from '#lib/kubernetes/deployment.ts';
import type { KubeObject } from '#lib/kubernetes/object.ts';
import type { PodTemplate } from '#lib/kubernetes/pod-template.ts';
import type { FoundBeat } from './beat.ts';
import { type Change, controllerOf, shortName } from './object-at-key.ts';

const revisionAnnotation = 'deployment.kubernetes.io/revision';

/** What a new version of a Deployment means. */
export function deploymentBeat({ key, now, before, revision }: Change<'Deployment'>): FoundBeat {
	const { spec } = (now ?? before)!;
	const about = { of: key, ...imageOf(spec.template) };
	const values = { name: shortName(key), revision, replicas: spec.replicas ?? 1 };
	if (!now) return { name: 'gone', ...about, values: { ...values, kind: 'Deployment' } };
	if (!before) return { name: 'deployed', ...about, values };
	const marked = markedBeat('Deployment', key, now, before, revision);
	if (marked) return { ...marked, ...about };
	if (Boolean(spec.paused) !== Boolean(before.spec.paused)) {
		return { name: spec.paused ? 'paused' : 'resumed', ...about, values };
	}
	if (!isDeepEqual(spec.template, before.spec.template)) {
		return { name: 'updated', ...about, values: { ...values, paused: Number(!!spec.paused) } };
	}
	if (spec.replicas !== before.spec.replicas) {
		return { name: 'resized', ...about, values: { ...values, from: before.spec.replicas ?? 1 } };
	}
	const reason = progressOf(now);
	if (reason === progressOf(before)) return null;
	if (reason === 'NewReplicaSetAvailable') return { name: 'complete', ...about, values };
	if (reason !== 'ProgressDeadlineExceeded') return null;
	const seconds = spec.progressDeadlineSeconds ?? 600;
	return { name: 'late', ...about, values: { ...values, seconds } };
}

/** What a new version of a ReplicaSet means. */
export function replicaSetBeat({ key, now, before, revision }: Change<'ReplicaSet'>): FoundBeat {
	const object = (now ?? before)!;
	const about = { of: controllerOf(object) ?? key, ...imageOf(object.spec.template) };
	const replicas = object.spec.replicas ?? 1;
	const values = { name: shortName(key), revision, replicas };
	if (!now) return { name: 'gone', ...about, values: { ...values, kind: 'ReplicaSet' } };
	if (!before) {
		const isKept = Number(controllerOf(object) !== undefined);
		return { name: 'replica-set', ...about, values: { ...values, isKept } };
	}
	const marked = markedBeat('ReplicaSet', key, now, before, revision);
	if (marked) return { ...marked, ...about };
	if (controllerOf(before) && !controllerOf(now)) {
		const owner = shortName(controllerOf(before)!);
		return { name: 'orphaned', ...about, of: controllerOf(before)!, values: { ...values, owner } };
	}
	const from = before.spec.replicas ?? 1;
	if (replicas !== from) {
		const name = replicas > from ? 'scaled-up' : 'scaled-down';
		return { name, ...about, values: { ...values, from } };
	}
	const number = now.metadata.annotations?.[revisionAnnotation];
	const isNewNumber = number !== before.metadata.annotations?.[revisionAnnotation];
	if (number === undefined || !isNewNumber) return null;
	return { name: 'reused', ...about, values: { ...values, number } };
}

/** Asked to go, but something must happen before. */
function markedBeat(
	kind: string,
	key: string,
	now: KubeObject,
	before: KubeObject,
	revision: number
): FoundBeat {
	if (!now.metadata.deletionTimestamp || before.metadata.deletionTimestamp) return null;
	const finalizer = now.metadata.finalizers?.join(', ') ?? '';
	return { name: 'marked', values: { name: shortName(key), revision, kind, finalizer } };
}

function imageOf({ spec }: PodTemplate): { image?: string } {
	const image = spec?.containers[0]?.image;
	return image === undefined ? {} : { image };
}

function progressOf({ status }: Deployment): string | undefined {
	return status.conditions?.find(({ type }) => type === 'Progressing')?.reason;
}
