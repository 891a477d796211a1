/** The place of the first item, in order, for which it is true; the length where there is none. It must stay true once it is. */
export function bisect<Item>(items: readonly Item[], isTrue: (item: Item) => boolean): number {
	let low = 0;
	let high = items.length;
	while (low < high) {
		const middle = (low + high) >> 1;
		if (isTrue(items[middle]!)) high = middle;
		else low = middle + 1;
	}
	return low;
}
