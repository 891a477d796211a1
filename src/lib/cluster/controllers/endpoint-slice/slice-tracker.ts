import type { EndpointSlice } from '#lib/kubernetes/endpoint-slice.ts';

/** Generation of a slice that was deleted. */
const gone = -1;

/**
 * Which version of each slice the controller itself wrote last: whoever knows less must not work on it.
 * Models pkg/controller/util/endpointslice/endpointslice_tracker.go.
 */
export class SliceTracker {
	private readonly written = new Map<string, Map<string, number>>();

	note(service: string, { metadata }: EndpointSlice): void {
		let slices = this.written.get(service);
		if (slices === undefined) this.written.set(service, (slices = new Map<string, number>()));
		slices.set(metadata.uid!, metadata.generation ?? 0);
	}

	expectDeletion(service: string, { metadata }: EndpointSlice): void {
		this.written.get(service)?.set(metadata.uid!, gone);
	}

	/** Whether the cache lags behind what was written. Models StaleSlices. */
	isStale(service: string, slices: readonly EndpointSlice[]): boolean {
		const written = this.written.get(service);
		if (written === undefined) return false;
		const seen = new Map(slices.map(({ metadata }) => [metadata.uid!, metadata.generation ?? 0]));
		for (const [uid, generation] of written) {
			const known = seen.get(uid);
			const isBehind = generation === gone ? known !== undefined : (known ?? gone) < generation;
			if (isBehind) return true;
		}
		return false;
	}

	/** Whether someone else wrote it. Models ShouldSync. */
	isForeign(service: string, { metadata }: EndpointSlice): boolean {
		const generation = this.written.get(service)?.get(metadata.uid!);
		return generation === undefined || (metadata.generation ?? 0) > generation;
	}

	/** Whether the controller had deleted it itself. Models HandleDeletion. */
	sawDeletion(service: string, { metadata }: EndpointSlice): boolean {
		const slices = this.written.get(service);
		const generation = slices?.get(metadata.uid!);
		slices?.delete(metadata.uid!);
		return generation === undefined || generation === gone;
	}

	forget(service: string): void {
		this.written.delete(service);
	}
}
