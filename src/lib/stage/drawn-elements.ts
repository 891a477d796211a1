import type { Mark } from '#lib/scene/mark.ts';
import { hatchElement, markElement, type MarkElement } from './mark-element.ts';
import { isTabStop } from './subject.ts';

/**
 * The elements of a picture in drawing order. The first mark of each thing that can be inspected becomes a button for
 * the keyboard and for screen readers, under the name that `label` gives it.
 */
export function drawnElements(
	marks: readonly Mark[],
	label: (subject: string) => string
): MarkElement[] {
	const elements: MarkElement[] = [];
	const named = new Set<string>();
	for (const mark of marks) {
		const element = markElement(mark);
		const { subject } = mark;
		if (subject && !named.has(subject) && isTabStop(subject)) {
			named.add(subject);
			elements.push({
				...element,
				attributes: {
					...element.attributes,
					tabindex: '0',
					role: 'button',
					'aria-label': label(subject)
				}
			});
		} else elements.push(element);
		const hatch = hatchElement(mark);
		if (hatch) elements.push(hatch);
	}
	return elements;
}
