import { lessonIds } from '#lib/lessons/lesson-ids.ts';
import type { Scene } from '#lib/scene/mark.ts';
import { miniature } from '#lib/scene/miniature/miniature.ts';
import { miniatureComparison } from '#lib/scene/miniature/miniature-comparison.ts';
import { miniatureSprite } from '#lib/scene/miniature/miniature-sprite.ts';
import { tellingMoment } from '#lib/scene/miniature/telling-moment.ts';
import { playedComparison } from '../played-comparison.server.ts';
import { playedLesson } from '../played-lesson.server.ts';

export const prerender = true;
export const trailingSlash = 'never';

/** All lessons in small, each at the moment that says most. */
export function GET(): Response {
	const pictures = new Map(lessonIds.map((id) => [id as string, pictureOf(id)]));
	pictures.set('compare', pictureOfComparison());
	return new Response(miniatureSprite(pictures), { headers: { 'content-type': 'image/svg+xml' } });
}

function pictureOf(id: string): Scene {
	const played = playedLesson(id);
	if (!played) throw new Error(`no lesson ${id}`);
	const { index, trace, tempo } = played.run;
	const draw = (atMs: number) => miniature(index, atMs, { tempo });
	return draw(tellingMoment([trace], tempo, draw));
}

function pictureOfComparison(): Scene {
	const { sides, tempo } = playedComparison();
	const traces = sides.map(({ index }) => index.trace);
	const draw = (atMs: number) => miniatureComparison(sides, atMs, { tempo });
	return draw(tellingMoment(traces, tempo, draw));
}
