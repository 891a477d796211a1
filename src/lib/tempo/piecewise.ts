/**
 * The piecewise linear function through (xs[i], ys[i]), both strictly increasing; outside it the ends. Give the
 * arguments the other way round for the inverse.
 */
export function piecewise(xs: Float64Array, ys: Float64Array): (x: number) => number {
	const last = xs.length - 1;
	return (x) => {
		if (x <= xs[0]!) return ys[0]!;
		if (x >= xs[last]!) return ys[last]!;
		let low = 0;
		let high = last;
		while (high - low > 1) {
			const middle = (low + high) >> 1;
			if (xs[middle]! <= x) low = middle;
			else high = middle;
		}
		const share = (x - xs[low]!) / (xs[high]! - xs[low]!);
		return ys[low]! + share * (ys[high]! - ys[low]!);
	};
}
