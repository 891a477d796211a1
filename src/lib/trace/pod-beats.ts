import { isDeepEqual } from '#lib/kubernetes/deep-equal.ts';
import type { Pod } from '#lib/kubernetes/pod.ts';
import type { FoundBeat } from './beat.ts';
import { type Change, controllerOf, shortName } from './object-at-key.ts';

/** What a new version of a Pod means. */
export function podBeat({ key: pod, now, before, revision }: Change<'Pod'>): FoundBeat {
	const about = aboutPod((now ?? before)!, pod);
	if (!now) return { name: 'removed', ...about };
	if (!before) return { name: 'stored', ...about };
	if (now.spec.nodeName && !before.spec.nodeName) return { name: 'bound', ...about };
	if (now.metadata.deletionTimestamp && !before.metadata.deletionTimestamp) {
		return { name: 'deleting', ...about };
	}
	const over = ({ status }: Pod) => status.phase === 'Succeeded' || status.phase === 'Failed';
	if (over(now) && !over(before)) return { name: 'ended', ...about };
	if (hasReady(now) !== hasReady(before)) {
		if (hasReady(now)) return { name: 'ready', ...about };
		// One that goes, or whose process has ended, is not ready either: no news.
		const runs = now.status.containerStatuses?.every(({ state }) => state?.running);
		if (now.metadata.deletionTimestamp || !runs) return null;
		const values = { pod: shortName(pod), revision, phase: now.status.phase ?? '' };
		return { name: 'unready', ...about, values };
	}
	return belongsBeat(pod, now, before, revision);
}

/** Its labels, and to whom it belongs. */
function belongsBeat(pod: string, now: Pod, before: Pod, revision: number): FoundBeat {
	const [owner, previousOwner] = [controllerOf(now), controllerOf(before)];
	const values = { pod: shortName(pod), revision };
	if (owner && !previousOwner) {
		const said = { ...values, owner: shortName(owner) };
		return { name: 'adopted', ...aboutPod(now, pod), values: said };
	}
	if (!owner && previousOwner) {
		const said = { ...values, owner: shortName(previousOwner) };
		return { name: 'released', ...aboutPod(before, pod), values: said };
	}
	if (isDeepEqual(now.metadata.labels, before.metadata.labels)) return null;
	return { name: 'relabelled', ...aboutPod(now, pod), values };
}

/** The Pod, its controller and its image. */
export function aboutPod(object: Pod, pod: string): Pick<NonNullable<FoundBeat>, 'pod' | 'of'> {
	const of = controllerOf(object);
	const image = object.spec.containers[0]?.image;
	return { pod, ...(of === undefined ? {} : { of }), ...(image === undefined ? {} : { image }) };
}

function hasReady(pod: Pod): boolean {
	return pod.status.conditions?.some((c) => c.type === 'Ready' && c.status === 'True') ?? false;
}
