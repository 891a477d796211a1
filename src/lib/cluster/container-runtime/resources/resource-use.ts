/** What a container takes of its node at a moment. */
export interface ResourceUse {
	/** Thousandths of a CPU that it gets. */
	readonly milliCpu: number;
	/** Of the time in which it could have computed, the part (0 … 1) that it waited for a new period of its quota. */
	readonly throttled: number;
	/** Working set, bytes. */
	readonly memory: number;
}
