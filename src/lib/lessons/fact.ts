import type { StageName } from '#lib/scene/inside/api-server/stage-names.ts';
import type { Moment, Span } from './moment.ts';

/** Something that a lesson claims of its recording. */
export type Fact =
	/** These moments come, in this order. */
	| { readonly claim: 'order'; readonly moments: readonly Moment[] }
	| ({ readonly claim: 'never'; readonly moment: Moment } & Span)
	/** A moment comes exactly so often. */
	| ({
			readonly claim: 'count';
			readonly moment: Omit<Moment, 'nth'>;
			readonly times: number;
	  } & Span)
	/** So much cluster time lies between two moments. */
	| {
			readonly claim: 'apart';
			readonly from: Moment;
			readonly to: Moment;
			readonly leastMs: number;
			readonly mostMs: number;
	  }
	/** Neither waits for the other: whichever comes first, the second is not later than this. */
	| {
			readonly claim: 'beside';
			readonly one: Moment;
			readonly other: Moment;
			readonly withinMs: number;
	  }
	/** A command prints a line with this in it. */
	| { readonly claim: 'printed'; readonly text: string }
	/** The sizes of a Deployment's ReplicaSets change so, in this order: `web:v2 0→1`. */
	| ({ readonly claim: 'sizes'; readonly of: string; readonly steps: readonly string[] } & Span)
	/** Pods of the namespace `default` as the API counts them, all the time. */
	| ({
			readonly claim: 'pods';
			/** Never fewer ready than this. */
			readonly leastReady?: number;
			/** Never more that are neither terminating nor ended than this. */
			readonly most?: number;
			/** Terminating ones are seen above: once there are so many in all. */
			readonly reach?: number;
	  } & Span)
	/** A ReplicaSet gives up a Pod for this reason first. */
	| { readonly claim: 'removed-first'; readonly because: string; readonly nth?: number }
	/** An object has a value at a path: at a moment, at the end, or `ever` in one of its versions. */
	| {
			readonly claim: 'object';
			/** Its etcd key, without `/registry/`. */
			readonly key: string;
			readonly path: readonly (string | number)[];
			readonly is: unknown;
			readonly at?: Moment;
			readonly ever?: true;
	  }
	/** In some version of a Service's EndpointSlices an endpoint has just these conditions. */
	| {
			readonly claim: 'endpoint';
			/** `namespace/name` of the Service. */
			readonly of: string;
			readonly conditions: {
				readonly ready: boolean;
				readonly serving: boolean;
				readonly terminating: boolean;
			};
	  }
	/** An Event says so of an object. */
	| { readonly claim: 'event'; readonly reason: string; readonly text?: string }
	/** A command's request is answered so; what is refused writes nothing. */
	| ({
			readonly claim: 'answered';
			/** Status code. */
			readonly code: number;
			/** The stage inside the API server that refuses it. */
			readonly stage?: StageName;
			/** Stands in the server's own sentence. */
			readonly text?: string;
			/** What was asked. */
			readonly path?: string;
	  } & Span)
	/** The kubeconfig's current context has this name, and names these: at a moment, or at the end. */
	| {
			readonly claim: 'context';
			readonly is: string;
			readonly cluster?: string;
			readonly user?: string;
			readonly namespace?: string;
			readonly at?: Moment;
	  }
	/** A field of an object is written by one of those who write: `you`, `api-server`, or a component. */
	| {
			readonly claim: 'written';
			/** Its etcd key, without `/registry/`. */
			readonly key: string;
			/** `metadata`, `spec`, `status` …, and what stands in it. */
			readonly part: string;
			readonly field: string;
			readonly by: string;
	  }
	/** A call on a node, e.g. `RunPodSandbox`, is made for a Pod exactly so often. */
	| {
			readonly claim: 'called';
			readonly method: string;
			readonly pod: string;
			readonly times: number;
	  }
	/** A filter of the scheduler refuses a node to a Pod, for a reason with this text. */
	| {
			readonly claim: 'filtered-out';
			readonly pod: string;
			readonly node: string;
			/** Name of the plugin. */
			readonly by: string;
			readonly because?: string;
	  }
	/** A plugin of the scheduler gives a node this weighted score for a Pod. */
	| {
			readonly claim: 'scored';
			readonly pod: string;
			readonly node: string;
			readonly plugin: string;
			readonly is: number;
	  }
	/** A container of a Pod once gets so much CPU, in thousandths, and waits that part of its time for its limit; takes so much memory. */
	| {
			readonly claim: 'uses';
			readonly pod: string;
			readonly milliCpu?: number;
			readonly throttled?: number;
			/** A Kubernetes quantity. */
			readonly memory?: string;
	  }
	/** A kubelet gives up the first of these Pods, and would give up the others after it, in this order. */
	| { readonly claim: 'evicted'; readonly first: readonly string[] }
	/** Requests that were sent in that time: none fails, or at least so many in these ways and in no other. */
	| ({
			readonly claim: 'requests';
			readonly leastFailed: number;
			readonly ways?: readonly ('failed' | 'refused' | 'timeout' | 'reset')[];
	  } & Span)
	/** No request that was sent between two moments was served, the edges left out. */
	| { readonly claim: 'dark'; readonly from: Moment; readonly to: Moment; readonly edgeMs: number }
	/** Of the answers this share came from a version. */
	| ({
			readonly claim: 'share';
			readonly version: string;
			readonly least: number;
			readonly most: number;
	  } & Span)
	/** The contrary of another claim. */
	| { readonly claim: 'not'; readonly fact: Fact }
	/** etcd hears from no one but the API server, and the API server alone is told what etcd holds. */
	| { readonly claim: 'only-api-server-talks-to-etcd' }
	/** The scheduler never sends a kubelet anything. */
	| { readonly claim: 'scheduler-never-calls-a-kubelet' };

/** A fact of one claim. */
export type FactOf<Claim extends Fact['claim']> = Extract<Fact, { claim: Claim }>;
