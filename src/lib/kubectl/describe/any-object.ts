import type { KubeObject } from '#lib/kubernetes/object.ts';
import type { Event } from '#lib/kubernetes/pod.ts';
import { describeAnnotations } from './annotations.ts';
import { Description } from './description.ts';
import { describeEvents } from './events.ts';

/**
 * A description made of the fields themselves, for kinds without a describer of their own.
 *
 * Models kubectl pkg/describe/describe.go genericDescriber, printUnstructuredContent.
 */
export function describeAny(
	object: KubeObject,
	events: readonly Event[] | undefined,
	nowMs: number
): string {
	const description = new Description();
	description.line(0, `Name:\t${object.metadata.name ?? ''}`);
	description.line(0, `Namespace:\t${object.metadata.namespace ?? ''}`);
	description.labels('Labels', object.metadata.labels);
	describeAnnotations(description, object.metadata.annotations);
	const { name: _, namespace: __, labels: ___, annotations: ____, ...metadata } = object.metadata;
	describeFields(description, 0, { ...object, metadata });
	if (events !== undefined) describeEvents(description, events, nowMs);
	return description.toString();
}

function describeFields(description: Description, level: number, fields: object): void {
	for (const [key, value] of Object.entries(fields).sort(([a], [b]) => (a < b ? -1 : 1))) {
		if (key === 'managedFields') continue;
		const title = smartTitle(key);
		if (Array.isArray(value)) {
			description.line(level, `${title}:`);
			for (const item of value as unknown[]) {
				if (typeof item === 'object' && item !== null) describeFields(description, level + 1, item);
				else description.line(level + 1, String(item));
			}
		} else if (typeof value === 'object' && value !== null) {
			description.line(level, `${title}:`);
			describeFields(description, level + 1, value as object);
		} else {
			description.line(level, `${title}:\t${value === null ? '<nil>' : String(value)}`);
		}
	}
}

/** `apiVersion` → `API Version`. Models smartLabelFor. */
function smartTitle(field: string): string {
	const acronyms = new Set(['api', 'cpu', 'id', 'ip', 'tls', 'uid', 'url']);
	return field
		.replace(/([a-z])([A-Z])/g, '$1 $2')
		.split(' ')
		.map((part) =>
			acronyms.has(part.toLowerCase())
				? part.toUpperCase()
				: part.charAt(0).toUpperCase() + part.slice(1)
		)
		.join(' ');
}
