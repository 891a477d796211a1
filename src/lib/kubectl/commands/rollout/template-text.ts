import type { PodTemplate } from '#lib/kubernetes/pod-template.ts';
import { Description } from '../../describe/description.ts';
import { describePodTemplate } from '../../describe/pod-template.ts';

/** A template described, its tabs left alone. Models kubectl pkg/polymorphichelpers/history.go printTemplate. */
export function templateText(template: PodTemplate): string {
	const description = new Description();
	describePodTemplate(description, template);
	return description.unaligned;
}
