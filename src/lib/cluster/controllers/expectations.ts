import type { Kernel } from '../kernel/kernel.ts';

interface Expected {
	creations: number;
	readonly deletions: Set<string>;
	readonly sinceMs: number;
}

/** Someone who waits longer than this has missed something. Models ExpectationsTimeout. */
const timeoutMs = 5 * 60_000;

/**
 * What a controller has done and not yet seen in its cache: until then it must not count, or it would do it again.
 * Models pkg/controller/controller_utils.go ControllerExpectations and UIDTrackingControllerExpectations.
 */
export class Expectations {
	private readonly expected = new Map<string, Expected>();

	constructor(private readonly kernel: Kernel) {}

	/** Whether everything has been seen, or waited for too long. */
	areMet(key: string): boolean {
		const expected = this.expected.get(key);
		if (expected === undefined) return true;
		if (expected.creations <= 0 && expected.deletions.size === 0) return true;
		return this.kernel.nowMs - expected.sinceMs > timeoutMs;
	}

	expectCreations(key: string, count: number): void {
		this.expect(key, count, []);
	}

	/** @param pods `namespace/name` of each */
	expectDeletions(key: string, pods: readonly string[]): void {
		this.expect(key, 0, pods);
	}

	sawCreation(key: string): void {
		const expected = this.expected.get(key);
		if (expected !== undefined) expected.creations--;
	}

	sawDeletion(key: string, pod: string): void {
		this.expected.get(key)?.deletions.delete(pod);
	}

	forget(key: string): void {
		this.expected.delete(key);
	}

	private expect(key: string, creations: number, deletions: readonly string[]): void {
		this.expected.set(key, {
			creations,
			deletions: new Set(deletions),
			sinceMs: this.kernel.nowMs
		});
	}
}
