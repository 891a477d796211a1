import type { Pod } from '#lib/kubernetes/pod.ts';
import type { Service } from '#lib/kubernetes/service.ts';
import { timeMs } from '../pod-activity.ts';

/** Tells watchers since when what they are told was true. */
const triggerTimeAnnotation = 'endpoints.kubernetes.io/last-change-trigger-time';

interface Known {
	readonly service: number;
	readonly pods: ReadonlyMap<string, number>;
}

/**
 * When what changed since the last time changed: the earliest of the changed Pods' readiness and the Service's creation.
 * Models k8s.io/endpointslice util/trigger_time_tracker.go.
 */
export class TriggerTimes {
	private readonly known = new Map<string, Known>();

	/** Undefined if nothing of it changed. */
	next(key: string, service: Service, pods: Iterable<Pod>): string | undefined {
		const before = this.known.get(key);
		const now = new Map<string, number>();
		const created = timeMs(service.metadata.creationTimestamp) ?? 0;
		let earliest = created > (before?.service ?? 0) ? created : Infinity;
		for (const { metadata, status } of pods) {
			const ready = status.conditions?.find(({ type }) => type === 'Ready');
			const since = timeMs(ready?.lastTransitionTime);
			if (since === undefined) continue;
			now.set(metadata.name!, since);
			if (since > (before?.pods.get(metadata.name!) ?? 0)) earliest = Math.min(earliest, since);
		}
		this.known.set(key, { service: created, pods: now });
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
