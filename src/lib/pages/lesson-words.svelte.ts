import type { lessonTranscript } from '#lib/classroom/transcript/lesson-transcript.ts';
import type { TranscriptLine } from '#lib/classroom/transcript/transcript.ts';
import type { Summary } from '#lib/scene/summary/summary-parts.ts';
import type { CaptionAt } from '#lib/stage/lesson-view.ts';
import type { Studio } from '#lib/stage/studio.svelte.ts';

/** A lesson's page in words: its story, and the picture that stands. */
export interface PageWords {
	/** Undefined as long as nothing is on. */
	lines(): readonly TranscriptLine[] | undefined;
	/** While it plays, the picture of the last beat: who listens could not keep up. */
	describe(): Summary | undefined;
}

/** Loads what tells a lesson when someone wants to read it. */
export function lessonWords(studio: Studio, captionAt: () => CaptionAt | undefined): PageWords {
	let told = $state.raw<typeof lessonTranscript>();
	$effect(() => {
		if (studio.panel !== 'words') return;
		void import('#lib/classroom/transcript/lesson-transcript.ts').then(
			(loaded) => (told = loaded.lessonTranscript)
		);
	});
	return {
		lines() {
			const [{ run, settings }, caption] = [studio, captionAt()];
			return run && caption && told?.(run, caption, settings.locale);
		},
		describe() {
			const { engine, run, settings, phase } = studio;
			const caption = captionAt();
			if (!engine || !run || !caption) return undefined;
			const atMs = phase === 'playing' ? studio.beatMs : studio.atMs;
			const { locale } = settings;
			return engine.summaryAt(run.index, atMs, locale, caption(run.index, atMs, locale));
		}
	};
}
