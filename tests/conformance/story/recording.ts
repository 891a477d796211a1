import type { RecordedTraffic } from './recorded-traffic.ts';

/** A recorded story: what a real cluster did with some commands. */
export interface Recording {
	readonly story: string;
	readonly description: string;
	readonly runs: readonly Run[];
}

export interface Run {
	readonly facts: Facts;
	readonly steps: readonly RecordedStep[];
	readonly objects?: Readonly<Record<string, readonly { readonly atMs: number }[]>>;
	readonly requests?: readonly { readonly atMs: number }[];
	/** Calls to the container runtimes. */
	readonly cri?: readonly { readonly atMs: number; readonly message: string }[];
	readonly traffic?: RecordedTraffic;
}

/** Something done while recording. */
export interface RecordedStep {
	readonly atMs: number;
	/** A command line, or `(stop X)`, `(start X)`. */
	readonly run?: string;
	readonly stdout?: string;
	/** The lines of a command that goes on, with their times. */
	readonly lines?: readonly (readonly [number, string])[];
	readonly file?: string;
	readonly text?: string;
}

/** The projection that a run is compared by. */
export interface Facts {
	readonly pods?: Readonly<Record<string, readonly (readonly unknown[])[]>>;
	readonly events?: Readonly<Record<string, unknown>>;
	readonly requests?: Readonly<Record<string, Readonly<Record<string, number | 'some'>>>>;
	readonly endpoints?: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
	readonly output?: readonly CommandOutput[];
	readonly [part: string]: unknown;
}

export interface CommandOutput {
	readonly run: string;
	readonly stdout?: string;
	readonly stderr?: string;
	readonly exit?: number | null;
}

/** A recording, or undefined when the file is something else (some stories have a format of their own). */
export function asRecording(content: unknown): Recording | undefined {
	const { story, runs } = content as Partial<Recording>;
	if (story === undefined || !Array.isArray(runs)) return undefined;
	const plain = runs.every((run: Partial<Run>) => run.facts && Array.isArray(run.steps));
	return plain ? (content as Recording) : undefined;
}
