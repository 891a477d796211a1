import type { PodTemplate } from '#lib/kubernetes/pod-template.ts';
import { describeAnnotations } from './annotations.ts';
import { describeContainers } from './containers.ts';
import type { Description } from './description.ts';
import { describeTolerations } from './tolerations.ts';
import { describeVolumes } from './volumes.ts';

const indent = '  ';

/** Models kubectl pkg/describe/describe.go DescribePodTemplate. */
export function describePodTemplate(
	description: Description,
	{ metadata = {}, spec }: PodTemplate
): void {
	description.line(0, 'Pod Template:');
	description.labels(`${indent}Labels`, metadata.labels);
	if (Object.keys(metadata.annotations ?? {}).length > 0) {
		describeAnnotations(description, metadata.annotations, `${indent}Annotations`);
	}
	if (spec.serviceAccountName) {
		description.line(1, `Service Account:\t${spec.serviceAccountName}`);
	}
	for (const [title, containers] of [
		['Init Containers', spec.initContainers ?? []],
		['Containers', spec.containers]
	] as const) {
		if (containers.length > 0) {
			describeContainers(description, title, containers, [], undefined, indent);
		}
	}
	describeVolumes(description, spec.volumes ?? [], indent);
	if (spec.priorityClassName) {
		description.line(1, `Priority Class Name:\t${spec.priorityClassName}`);
	}
	description.labels(`${indent}Node-Selectors`, spec.nodeSelector);
	describeTolerations(description, spec.tolerations ?? [], indent);
}
