import type { Endpoint, EndpointSlice } from '#lib/kubernetes/endpoint-slice.ts';

/** Where an endpoint stands among those of its group. */
interface Place {
	/** Lower ones are put into slices first. */
	readonly place: number;
	/** Which search saw it last, and where. */
	seenBy?: object;
	seenIn?: EndpointSlice;
}

/** What slices say of the endpoints that are wanted. */
export interface Found {
	/** Of each slice, which of its endpoints are wanted as they are. */
	readonly same: readonly ('all' | readonly boolean[])[];
	/** Those that are wanted and in none of them, in their order. */
	readonly missing: Set<Endpoint>;
}

/**
 * The endpoints that should stand in the slices of a Service. A slice all of whose endpoints were found to be wanted isn't
 * read again before one of them goes: of a thousand Pods behind a Service one changes at a time.
 */
export class WantedSet {
	private readonly places = new Map<Endpoint, Place>();
	private whole = new WeakSet<EndpointSlice>();
	/** Those that no slice had when they were looked for last. */
	private unplaced = new Set<Endpoint>();
	/** Where they were looked for last. */
	private searched: readonly EndpointSlice[] = [];

	get size(): number {
		return this.places.size;
	}

	/** In the order in which they were added. */
	keys(): Iterable<Endpoint> {
		return this.places.keys();
	}

	/** The lowest place. */
	first(): number {
		let first = Infinity;
		for (const { place } of this.places.values()) first = Math.min(first, place);
		return first;
	}

	add(endpoint: Endpoint, place: number): this {
		this.places.set(endpoint, { place });
		this.unplaced.add(endpoint);
		return this;
	}

	delete(endpoint: Endpoint): void {
		const slice = this.places.get(endpoint)?.seenIn;
		if (slice !== undefined) this.whole.delete(slice);
		this.places.delete(endpoint);
		this.unplaced.delete(endpoint);
	}

	/** The same places with other endpoints in their order. */
	withEndpoints(change: (endpoints: readonly Endpoint[]) => readonly Endpoint[]): WantedSet {
		const places = [...this.places.values()];
		const changed = new WantedSet();
		change([...this.places.keys()]).forEach((one, index) => changed.add(one, places[index]!.place));
		return changed;
	}

	/** Looks for them in slices; an endpoint that stands in two counts in the first. */
	findIn(slices: readonly EndpointSlice[]): Found {
		const search = new Set(slices.filter((slice) => this.whole.has(slice)));
		const found = this.search(slices, search);
		if (found !== undefined) return found;
		this.whole = new WeakSet();
		return this.search(slices, new Set())!;
	}

	/** Undefined when an endpoint stands in a slice that is known as a whole and in another. */
	private search(
		slices: readonly EndpointSlice[],
		known: ReadonlySet<EndpointSlice>
	): Found | undefined {
		const me = {};
		const same: ('all' | readonly boolean[])[] = [];
		for (const slice of slices) {
			const verdict = known.has(slice) ? 'all' : this.read(slice, me, known);
			if (verdict === undefined) return undefined;
			if (verdict === 'all') this.whole.add(slice);
			same.push(verdict);
		}
		const missing = this.unseen(me, known);
		this.searched = slices;
		return { same, missing };
	}

	private read(
		slice: EndpointSlice,
		me: object,
		known: ReadonlySet<EndpointSlice>
	): 'all' | readonly boolean[] | undefined {
		const endpoints = slice.endpoints ?? [];
		const isSame: boolean[] = [];
		let all = true;
		for (const endpoint of endpoints) {
			const place = this.places.get(endpoint);
			if (place?.seenIn !== undefined && known.has(place.seenIn)) return undefined;
			const isWanted = place !== undefined && place.seenBy !== me;
			if (isWanted) {
				place.seenBy = me;
				place.seenIn = slice;
			} else all = false;
			isSame.push(isWanted);
		}
		return all ? 'all' : isSame;
	}

	/** Only what no slice had before, or a slice that is there no more, can be in none now. */
	private unseen(me: object, known: ReadonlySet<EndpointSlice>): Set<Endpoint> {
		const unseen = new Map<Endpoint, number>();
		const look = (endpoint: Endpoint): void => {
			const found = this.places.get(endpoint);
			if (found === undefined || found.seenBy === me) return;
			if (found.seenIn === undefined || !known.has(found.seenIn)) unseen.set(endpoint, found.place);
		};
		this.unplaced.forEach(look);
		for (const slice of this.searched) if (!known.has(slice)) slice.endpoints?.forEach(look);
		const inOrder = [...unseen].sort((a, b) => a[1] - b[1]).map(([endpoint]) => endpoint);
		this.unplaced = new Set(inOrder);
		return new Set(inOrder);
	}
}
