/**
 * Which items of a list were in the list before it, as the same objects. Quick when both are asked in order and little has
 * come or gone; so a list of a thousand is not read a thousand times because one of them changed.
 */
export class KnownItems {
	private next = 0;
	private all: ReadonlySet<unknown> | undefined;

	constructor(readonly list: readonly unknown[]) {}

	/** Plain values are never known: they are read at once. */
	has(item: unknown): boolean {
		if (typeof item !== 'object' || item === null) return false;
		const { list, next } = this;
		if (list[next] === item) this.next = next + 1;
		else if (list[next + 1] === item) this.next = next + 2;
		else {
			this.all ??= new Set(list);
			return this.all.has(item);
		}
		return true;
	}
}
