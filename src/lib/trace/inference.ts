/**
 * Rules that fill in what a recording of a real cluster doesn't have. trace-format.md says what each of them does; messages
 * `inferred.<rule>` say it to people.
 */
export const inferences = [
	/** It was there before the recording began. */
	'there-before',
	/** The gates that a request passes inside the API server. */
	'stages',
	/** The way to etcd and back. */
	'etcd-hop',
	/** The version is recorded, who wrote it isn't. */
	'writer-unknown',
	/** Whoever is known to watch a resource is sent its news. */
	'watch',
	/** When a command printed what it printed. */
	'printed',
	/** When the scheduler went through its steps; node and scores are recorded. */
	'scheduling',
	/** What a controller worked out, from what it wrote next. */
	'arithmetic',
	/** What happened to a container, from calls, Events and statuses. */
	'container',
	/** When in its quarter of a second one of many requests was sent. */
	'traffic'
] as const;

export type Inference = (typeof inferences)[number];
