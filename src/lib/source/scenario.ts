import type { Component, Mishap } from '#lib/cluster/control-plane.ts';

/** Everything that determines a run: same scenario, same trace, byte for byte. */
export interface Scenario {
	readonly seed: number;
	readonly nodes: readonly NodeSize[];
	/** Images that every node has at the start; others must be pulled. */
	readonly imagesPresent?: readonly string[];
	/** Files that the person has, by name; `-f NAME` reads them. */
	readonly files?: Readonly<Record<string, string>>;
	/** Which of the files is the person's kubeconfig; without one it names this cluster alone, and its admin. */
	readonly kubeconfig?: string;
	/** What was done before the story begins: it is in the trace, but not told. */
	readonly before?: Before;
	/** In order of time. */
	readonly steps: readonly Step[];
	/** Requests that a client sends while the story goes on. */
	readonly traffic?: readonly Traffic[];
	/** What breaks, and is mended. */
	readonly faults?: readonly Fault[];
	/** Run at least this long after the story's start, ms. Default: until the cluster is quiet, at most 10 min. */
	readonly untilMs?: number;
}

/** A component ends at once, or begins again and learns everything anew; or it runs on, and hears nothing for a while. */
export interface Fault {
	/** Ms after the story's start. */
	readonly atMs: number;
	readonly component: Component;
	readonly happens: Mishap;
}

export interface NodeSize {
	readonly name: string;
	/** Kubernetes quantities. */
	readonly cpu: string;
	readonly memory: string;
	readonly pods?: number;
	readonly labels?: Readonly<Record<string, string>>;
	readonly taints?: readonly {
		key: string;
		value?: string;
		effect: 'NoSchedule' | 'PreferNoSchedule' | 'NoExecute';
	}[];
}

export interface Before {
	/** Their `atMs` counts from when the cluster was ready. */
	readonly steps: readonly Step[];
	/** So long after that the story begins, ms. */
	readonly lastsMs: number;
}

export interface Step {
	/** Ms after the story's start. */
	readonly atMs: number;
	/** A command line as typed, e.g. `kubectl run web --image=web:v1`. */
	readonly run: string;
	/** Standard input, for `-f -`. */
	readonly stdin?: string;
	/** What the person leaves in the editor that `kubectl edit` opens; absent: the file as it was. */
	readonly edited?: string;
}

/** An open-loop client: it sends at its rate whatever becomes of the requests. */
export interface Traffic {
	/** `namespace/name` of the Service. */
	readonly service: string;
	readonly port?: number;
	/** A node whose `port` is asked from outside (NodePort), instead of the Service's name. */
	readonly viaNode?: string;
	readonly path?: string;
	/** Requests per second of cluster time. */
	readonly perSecond: number;
	/** Ms after the story's start. */
	readonly fromMs: number;
	readonly untilMs: number;
	/** How long the client waits for an answer, ms. */
	readonly timeoutMs?: number;
}
