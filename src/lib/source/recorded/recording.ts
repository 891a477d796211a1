/**
 * A recording of a real cluster: one story, run once or several times. Times are ms from the start of the run. Names that were
 * generated, addresses, times of day and ids stand in it as placeholders such as `web-<hash1>-<2>`, `<ip:web>`, `<time>`.
 */
export interface Recording {
	readonly story: string;
	/** The software that ran, with versions. */
	readonly recorded: string;
	readonly description: string;
	readonly runs: readonly RecordedRun[];
	/** Of one that holds a single run of several: which. */
	readonly chosen?: ChosenRun;
}

/** A run that was taken out of a recording. */
export interface ChosenRun {
	/** Counted from 1, and of how many. */
	readonly run: number;
	readonly of: number;
	/** What comes before isn't told, ms. */
	readonly startMs: number;
}

export interface RecordedRun {
	readonly steps: readonly RecordedStep[];
	/** By resource and name, e.g. `pods/web`; versions in order. */
	readonly objects: Readonly<Record<string, readonly RecordedVersion[]>>;
	readonly requests: readonly RecordedRequest[];
	readonly events: readonly RecordedEvent[];
	readonly cri: readonly RecordedCall[];
	readonly traffic?: RecordedTraffic;
	/** What the scheduler logged: scores, Pods that fit nowhere. */
	readonly schedulerLog: readonly string[];
}

/** Something that was done: a command, a file that was there, or `(stop X)`. */
export interface RecordedStep {
	readonly atMs: number;
	readonly run?: string;
	readonly stdout?: string;
	readonly stderr?: string;
	readonly exit?: number | null;
	/** Of a command that goes on: when it printed which line. */
	readonly lines?: readonly (readonly [number, string])[];
	readonly file?: string;
	readonly text?: string;
}

/** A version as a watch brought it. */
export interface RecordedVersion {
	readonly atMs: number;
	readonly type: 'ADDED' | 'MODIFIED' | 'DELETED';
	/** Flattened path → new value; null: gone. */
	readonly changes: Readonly<Record<string, unknown>>;
}

/** A line of the API server's audit log. */
export interface RecordedRequest {
	/** When it reached the API server, and how long until it was answered. */
	readonly atMs: number;
	readonly tookMs: number;
	/** `kubectl`, `kube-scheduler`, `kubelet worker-1`, `deployment-controller` … */
	readonly by: string;
	readonly verb: string;
	readonly path: string;
	readonly code: number;
	readonly body?: unknown;
}

/** An Event (of the API) as it was written. */
export interface RecordedEvent {
	readonly atMs: number;
	/** `Pod/web` */
	readonly object: string;
	readonly type: string;
	readonly reason: string;
	readonly message: string;
	readonly by: string;
	readonly count: number;
	readonly fieldPath?: string;
}

/** A line of the container runtime's log: a call that came in, or that returns. */
export interface RecordedCall {
	readonly atMs: number;
	readonly node: string;
	readonly message: string;
}

/** What a client got: per span how many of each answer (`v1`, `refused` …). */
export interface RecordedTraffic {
	readonly bucketMs: number;
	readonly counts: readonly (readonly [number, Readonly<Record<string, number>>])[];
}
