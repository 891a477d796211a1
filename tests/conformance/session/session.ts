/** Commands typed one after another, and what the real kubectl printed. */
export interface Session {
	readonly files?: Readonly<Record<string, string>>;
	readonly steps: readonly SessionStep[];
}

export interface SessionStep {
	readonly run: string;
	readonly stdin?: string;
	readonly wait?: {
		/** Seconds to wait before the step. */
		readonly seconds?: number;
		/** A command that is repeated until it exits 0, and its output contains `contains`. */
		readonly until?: string;
		readonly contains?: string;
		/** The step itself is repeated until its output contains this. */
		readonly repeatUntilContains?: string;
	};
	/** Interrupted after so many seconds. */
	readonly stopAfter?: number;
	/** Commands run beside it, `after` seconds from its start. */
	readonly meanwhile?: readonly { readonly after: number; readonly run: string }[];
}

export interface ExpectedStep {
	readonly stdout: string;
	readonly stderr: string;
	readonly exit: number | null;
	readonly stopped?: boolean;
	readonly unordered?: unknown;
	readonly unorderedEvents?: unknown;
	readonly optionalLines?: readonly string[] | Readonly<Record<string, readonly string[]>>;
}
