import { resolve } from '$app/paths';
import type { Locale } from '#lib/i18n/locale.ts';
import type { Lesson } from '#lib/lessons/lesson.ts';
import { Simulator } from '#lib/stage/simulation/simulator.ts';
import type { HomeLesson } from './home-view.ts';
import type { HomeStory } from './home-story.ts';

/** So many runs are kept: who goes back and forth between a few waits for none of them twice. */
const mostKept = 4;

/** Runs lessons beside the page when they are asked for. */
export class HomeStories {
	readonly #kept = new Map<string, Promise<HomeStory>>();
	#simulator: Simulator | undefined;

	/** Rejects when there is no network, or the lesson can't be run. */
	get({ id }: HomeLesson, locale: Locale): Promise<HomeStory> {
		const known = this.#kept.get(id);
		if (known) return known;
		const story = this.#load(id, locale);
		story.catch(() => this.#kept.delete(id));
		this.#kept.set(id, story);
		const [oldest] = this.#kept.keys();
		if (this.#kept.size > mostKept && oldest !== undefined) this.#kept.delete(oldest);
		return story;
	}

	/** Nobody looks any more. */
	close(): void {
		this.#simulator?.close();
		this.#simulator = undefined;
		this.#kept.clear();
	}

	async #load(id: string, locale: Locale): Promise<HomeStory> {
		const loading = import('./home-story.ts');
		const simulator = (this.#simulator ??= new Simulator());
		const simulate = simulator.simulate.bind(simulator);
		if (id === 'compare') return (await loading).comparisonStory(locale, simulate);
		const answer = await fetch(resolve('/lessons/[id]/lesson.json', { id }));
		if (!answer.ok) throw new Error(`${answer.status} ${answer.statusText}`);
		const lesson = (await answer.json()) as Omit<Lesson, 'facts'>;
		return (await loading).lessonStory(lesson, simulate);
	}
}
