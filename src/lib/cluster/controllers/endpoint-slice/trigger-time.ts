import type { Service } from '#lib/kubernetes/service.ts';
import { timeMs } from '../pod-activity.ts';
import type { SelectedPod } from '../pod-changes.ts';

/** Tells watchers since when what they are told was true. */
const triggerTimeAnnotation = 'endpoints.kubernetes.io/last-change-trigger-time';

interface Known {
	service: number;
	readonly pods: Map<string, number>;
}

/**
 * When what changed since the last time changed: the earliest of the changed Pods' readiness and the Service's creation.
 * Models k8s.io/endpointslice util/trigger_time_tracker.go.
 */
export class TriggerTimes {
	private readonly known = new Map<string, Known>();

	/**
	 * Undefined if nothing of it changed.
	 *
	 * @param changes what of its Pods changed since the last time
	 */
	next(
		key: string,
		service: Service,
		changes: ReadonlyMap<string, SelectedPod | null>
	): string | undefined {
		const before = this.known.get(key);
		const known = before ?? { service: 0, pods: new Map<string, number>() };
		const created = timeMs(service.metadata.creationTimestamp) ?? 0;
		let earliest = created > known.service ? created : Infinity;
		for (const [name, selected] of changes) {
			const conditions = selected?.pod.status.conditions;
			const ready = conditions?.find(({ type }) => type === 'Ready');
			const since = timeMs(ready?.lastTransitionTime);
			if (since === undefined) known.pods.delete(name);
			else {
				if (since > (known.pods.get(name) ?? 0)) earliest = Math.min(earliest, since);
				known.pods.set(name, since);
			}
		}
		known.service = created;
		this.known.set(key, known);
		const time = before === undefined ? created : earliest;
		return Number.isFinite(time) ? new Date(time).toISOString().replace('.000Z', 'Z') : undefined;
	}

	forget(key: string): void {
		this.known.delete(key);
	}
}

/** The annotations with that time, or without. */
export function withTriggerTime(
	annotations: Readonly<Record<string, string>> | undefined,
	time: string | undefined
): Readonly<Record<string, string>> {
	const { [triggerTimeAnnotation]: _before, ...others } = annotations ?? {};
	return time === undefined ? others : { ...others, [triggerTimeAnnotation]: time };
}
