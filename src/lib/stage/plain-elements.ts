import type { Mark } from '#lib/scene/mark.ts';
import { drawnElements } from './drawn-elements.ts';
import type { MarkElement } from './mark-element.ts';

/** The elements of a picture that is only looked at: nothing in it can be reached or pressed. */
export function plainElements(marks: readonly Mark[]): MarkElement[] {
	const bare = marks.map((mark): Mark => {
		const { subject: _, ...rest } = mark;
		return rest as Mark;
	});
	return drawnElements(bare, () => '');
}
