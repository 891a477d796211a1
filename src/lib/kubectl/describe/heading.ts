import type { KubeObject } from '#lib/kubernetes/object.ts';
import { describeAnnotations } from './annotations.ts';
import { Description } from './description.ts';

/**
 * A description that begins as most do: name, namespace, labels, annotations.
 *
 * @param lines between namespace and labels
 */
export function headingOf({ metadata }: KubeObject, lines: readonly string[] = []): Description {
	const description = new Description();
	description.line(0, `Name:\t${metadata.name ?? ''}`);
	if (metadata.namespace) description.line(0, `Namespace:\t${metadata.namespace}`);
	for (const line of lines) description.line(0, line);
	description.labels('Labels', metadata.labels);
	describeAnnotations(description, metadata.annotations);
	return description;
}

/** The same of what is said without its namespace. */
export function headingWithoutNamespace({ metadata }: KubeObject): Description {
	const description = new Description();
	description.line(0, `Name:\t${metadata.name ?? ''}`);
	description.labels('Labels', metadata.labels);
	describeAnnotations(description, metadata.annotations);
	return description;
}
