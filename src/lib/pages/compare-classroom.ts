import { Classroom } from '#lib/classroom/open-classroom.ts';
import { comparisonNote } from '#lib/classroom/presenter/comparison-note.ts';
import { comparisonQuestion } from '#lib/classroom/prediction/comparison-question.ts';
import type { Camera } from '#lib/stage/camera.svelte.ts';
import type { CompareStudio } from '#lib/stage/compare/compare-studio.svelte.ts';

export { ClassroomView, DrawingLayer } from '#lib/classroom/open-classroom.ts';

interface Page {
	readonly studio: CompareStudio;
	readonly camera: Camera;
	readonly presenterHref: string;
	title(): string;
	link(): string;
}

/** The classroom of the comparison's page. */
export function openClassroom({ studio, ...page }: Page): Classroom {
	const { settings } = studio;
	return new Classroom({
		...page,
		playback: studio,
		id: 'compare',
		story() {
			const { planned, sides } = studio;
			return sides.length > 0
				? { kind: 'comparison', title: page.title(), sides: planned }
				: undefined;
		},
		captionAt(atMs) {
			const { engine, sides } = studio;
			return sides.length > 0 ? engine?.comparisonCaption(sides, atMs, settings.locale) : undefined;
		},
		noteAt(atMs) {
			const traces = studio.sides.map(({ index }) => index.trace);
			return studio.mode === 'compare' ? comparisonNote(traces, atMs, settings.locale) : '';
		},
		questions() {
			const { mode, sides } = studio;
			if (mode !== 'compare') return [];
			const traces = sides.map(({ index }) => index.trace);
			const question = comparisonQuestion(
				traces,
				sides.map(({ title }) => title),
				settings.locale
			);
			return question ? [question] : [];
		},
		picture: () => ({
			view: 'stage',
			showAll: false,
			showWatches: false,
			inside: null,
			focus: null
		})
	});
}
