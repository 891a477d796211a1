/** How far ahead an item is looked for: so many may have gone at one place. */
const ahead = 16;

/**
 * Which items of a list were in the list before it, as the same objects, as far as that is quickly seen: both are read in
 * order, and little comes or goes between two versions. So a list of a thousand is not read a thousand times because one of
 * them changed; an item that has moved far counts as new.
 */
export class KnownItems {
	private next = 0;

	constructor(readonly list: readonly unknown[]) {}

	/** Plain values are never known: they are read at once. */
	has(item: unknown): boolean {
		if (typeof item !== 'object' || item === null) return false;
		const { list, next } = this;
		const end = Math.min(list.length, next + ahead);
		for (let at = next; at < end; at++) {
			if (list[at] !== item) continue;
			this.next = at + 1;
			return true;
		}
		return false;
	}
}
