const bucketCount = 64;

function bucketOf(key: string): number {
	let hash = 0;
	for (let i = 0; i < key.length; i++) hash = (hash * 31 + key.charCodeAt(i)) | 0;
	return (hash ^ (hash >>> 15)) & (bucketCount - 1);
}

/**
 * A map that can be forked in constant time. Forks share the buckets that neither has changed, so that a thousand
 * keyframes of a cluster cost little more than what differs between them. Iterates by bucket, not by insertion:
 * the order depends only on the keys and the order in which each was set.
 */
export class SharedMap<Value> implements Iterable<[string, Value]> {
	#buckets: (Map<string, Value> | undefined)[];
	#owned: boolean[];
	#size: number;

	constructor(from?: SharedMap<Value>) {
		this.#buckets = from ? from.#buckets.slice() : new Array(bucketCount);
		this.#owned = new Array<boolean>(bucketCount).fill(false);
		this.#size = from ? from.#size : 0;
		if (from) from.#owned.fill(false);
	}

	get size(): number {
		return this.#size;
	}

	get(key: string): Value | undefined {
		return this.#buckets[bucketOf(key)]?.get(key);
	}

	has(key: string): boolean {
		return this.#buckets[bucketOf(key)]?.has(key) ?? false;
	}

	set(key: string, value: Value): void {
		const bucket = this.#own(bucketOf(key));
		if (!bucket.has(key)) this.#size++;
		bucket.set(key, value);
	}

	delete(key: string): void {
		if (!this.has(key)) return;
		this.#own(bucketOf(key)).delete(key);
		this.#size--;
	}

	/** A map with the same content; changing either leaves the other as it is. */
	fork(): SharedMap<Value> {
		return new SharedMap(this);
	}

	*[Symbol.iterator](): Iterator<[string, Value]> {
		for (const bucket of this.#buckets) if (bucket) yield* bucket;
	}

	*values(): Iterable<Value> {
		for (const bucket of this.#buckets) if (bucket) yield* bucket.values();
	}

	#own(index: number): Map<string, Value> {
		const bucket = this.#buckets[index];
		if (bucket && this.#owned[index]) return bucket;
		const copy = new Map(bucket);
		this.#buckets[index] = copy;
		this.#owned[index] = true;
		return copy;
	}
}
