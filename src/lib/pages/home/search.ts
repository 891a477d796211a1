/** When something is said, ms of the story, what, and whether a question comes before it, so that it isn't told beforehand. */
export type SaidSentence = readonly [atMs: number, sentence: string, secret?: 1];

/** A lesson as far as it can be searched. */
export interface Searchable {
	readonly id: string;
	/** Title, chapter, summary: in the language of the page, and what the API calls it. */
	readonly words: readonly string[];
	readonly said: readonly SaidSentence[];
}

/** A lesson that was found, with the first sentence of it that has the words where its title doesn't have them. */
export interface Found {
	readonly id: string;
	readonly sentence?: { readonly atMs: number; readonly text: string };
}

const folded = (text: string) => text.normalize('NFKC').toLocaleLowerCase();

/** The lessons that have every word of a query somewhere, in their order; all of them for an empty one. */
export function search(lessons: readonly Searchable[], query: string): readonly Found[] {
	const wanted = folded(query).split(/\s+/).filter(Boolean);
	return lessons.flatMap(({ id, words, said }): Found[] => {
		const named = folded(words.join('\n'));
		if (wanted.every((word) => named.includes(word))) return [{ id }];
		const has = (text: string) => {
			const sentence = folded(text);
			return wanted.every((word) => sentence.includes(word) || named.includes(word));
		};
		const told = said.find(([, text, secret]) => !secret && has(text));
		if (told) return [{ id, sentence: { atMs: told[0], text: told[1] } }];
		const all = named + folded(said.map(([, text]) => text).join('\n'));
		return wanted.every((word) => all.includes(word)) ? [{ id }] : [];
	});
}
