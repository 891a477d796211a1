import { error } from '@sveltejs/kit';
import { recordedStories } from '#lib/lessons/recorded-stories.ts';
import { recordingView } from '../../recording-view.server.ts';

export const entries = () => recordedStories.map((id) => ({ id }));

export async function load({ params }) {
	return { lesson: (await recordingView(params.id)) ?? error(404) };
}
