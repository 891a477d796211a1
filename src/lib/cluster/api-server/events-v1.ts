import type { OtherVersion } from '#lib/kubernetes/kinds/kind-rules.ts';
import type { KubeObject } from '#lib/kubernetes/object.ts';

type Fields = Record<string, unknown>;

/**
 * An events.k8s.io/v1 Event as the core/v1 Event that is stored. Models pkg/apis/events/v1/conversion.go. Also takes part
 * of one, as a patch has it.
 */
export function fromEventsV1(event: Fields): Fields {
	const {
		regarding,
		note,
		reportingController,
		deprecatedSource,
		deprecatedFirstTimestamp,
		deprecatedLastTimestamp,
		deprecatedCount,
		...same
	} = event;
	const fields: Fields = {
		involvedObject: regarding,
		message: note,
		reportingComponent: reportingController,
		source: deprecatedSource,
		firstTimestamp: deprecatedFirstTimestamp,
		lastTimestamp: deprecatedLastTimestamp,
		count: deprecatedCount
	};
	const given = Object.entries(fields).filter(([, value]) => value !== undefined);
	return {
		...same,
		...(same.apiVersion === 'events.k8s.io/v1' ? { apiVersion: 'v1' } : undefined),
		...Object.fromEntries(given)
	};
}

/** A field selector of events.k8s.io/v1 in the names that are stored. Models pkg/apis/events/v1/conversion.go. */
export function fieldsFromEventsV1(fieldSelector: string): string {
	return fieldSelector
		.replaceAll('regarding.', 'involvedObject.')
		.replaceAll('reportingController', 'reportingComponent');
}

/** A kept Event as events.k8s.io/v1 has it. */
function toEventsV1(event: KubeObject): KubeObject {
	const {
		involvedObject,
		message,
		reportingComponent,
		source,
		firstTimestamp,
		lastTimestamp,
		count,
		...same
	} = event;
	return {
		...same,
		apiVersion: 'events.k8s.io/v1',
		regarding: involvedObject,
		...(message ? { note: message } : undefined),
		...(reportingComponent ? { reportingController: reportingComponent } : undefined),
		deprecatedSource: source ?? {},
		deprecatedFirstTimestamp: firstTimestamp ?? null,
		deprecatedLastTimestamp: lastTimestamp ?? null,
		...(count ? { deprecatedCount: count } : undefined)
	} as KubeObject;
}

/** Events have two doors and one store. */
export const eventsV1: OtherVersion = {
	apiVersion: 'events.k8s.io/v1',
	schema: 'Event',
	toStored: (object) => fromEventsV1(object as unknown as Fields) as unknown as KubeObject,
	fromStored: toEventsV1
};
