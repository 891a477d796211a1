import type { Playback } from '#lib/stage/playback.svelte.ts';
import type { StoryBeat } from '../export/story.ts';

/** The named moments of what is on, as its timeline names them. */
export function storyBeats(playback: Playback): readonly StoryBeat[] {
	const { locale } = playback.settings;
	return playback.timeline({ width: 1, barHeight: 1, locale })?.ticks ?? [];
}
