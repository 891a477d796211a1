/** What a lesson must show, what may pass as a small mark, what stays out of sight. */
export type Rank = 'story' | 'detail' | 'housekeeping';

/** The less important of two. */
export function least(a: Rank, b: Rank): Rank {
	const order: readonly Rank[] = ['story', 'detail', 'housekeeping'];
	return order.indexOf(a) > order.indexOf(b) ? a : b;
}
