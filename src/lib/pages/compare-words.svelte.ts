import type { comparisonTranscript } from '#lib/classroom/transcript/comparison-transcript.ts';
import type { CompareStudio } from '#lib/stage/compare/compare-studio.svelte.ts';
import type { PageWords } from './lesson-words.svelte.ts';

/** As `lessonWords`, of clusters side by side. */
export function compareWords(studio: CompareStudio): PageWords {
	let told = $state.raw<typeof comparisonTranscript>();
	$effect(() => {
		if (studio.panel !== 'words') return;
		void import('#lib/classroom/transcript/comparison-transcript.ts').then(
			(loaded) => (told = loaded.comparisonTranscript)
		);
	});
	return {
		lines() {
			const { sides, tempo, settings } = studio;
			return tempo && told?.(sides, tempo, settings.locale);
		},
		describe() {
			const { engine, sides, settings, phase } = studio;
			if (!engine || sides.length === 0) return undefined;
			const atMs = phase === 'playing' ? studio.beatMs : studio.atMs;
			const { locale } = settings;
			const caption = engine.comparisonCaption(sides, atMs, locale);
			return engine.comparisonSummary(sides, atMs, locale, caption);
		}
	};
}
