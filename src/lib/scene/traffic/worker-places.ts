import type { Point } from '../box.ts';

/** Where requests pass on a worker: kube-proxy's mark, and each Pod's card. */
export interface WorkerPlaces {
	readonly proxy: Point;
	/** By `namespace/name`. */
	readonly pods: ReadonlyMap<string, Point>;
}
