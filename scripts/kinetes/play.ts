import { readFileSync } from 'node:fs';
import { readTrace, TraceFormatError } from '#lib/trace/json-lines.ts';
import type { Decision, TraceEvent } from '#lib/trace/event.ts';
import { UsageError } from './usage-error.ts';

/** `kinetes play`: prints a trace as a log, a line an event, times from the start of the story. */
export function play([path, ...more]: string[]): void {
	if (path === undefined || more.length > 0) throw new UsageError('play takes one file');
	const { header, events } = load(path);
	const lines = events
		.filter((event) => event.atMs >= header.startMs)
		.map((event) => {
			const seconds = ((event.atMs - header.startMs) / 1000).toFixed(3).padStart(9);
			const cause = event.cause === null ? '' : `  (because of ${event.cause})`;
			return `${seconds} s  ${String(event.seq).padStart(5)}  ${sentence(event)}${cause}`;
		});
	process.stdout.write(`${lines.join('\n')}\n`);
}

function load(path: string) {
	try {
		return readTrace(readFileSync(path, 'utf8'));
	} catch (error) {
		if (error instanceof TraceFormatError) throw new UsageError(`${path}: ${error.message}`);
		throw new UsageError(`can't read ${path}: ${(error as Error).message}`);
	}
}

function sentence(event: TraceEvent): string {
	switch (event.kind) {
		case 'message':
			return `${event.from} → ${event.to}  ${messageText(event.content)}`;
		case 'write':
			return `etcd  revision ${event.revision}  ${event.key}${event.object === null ? '  deleted' : ''}`;
		case 'transition':
			return `${event.actor}  ${event.from ?? '·'} → ${event.to}  on ${event.event}`;
		case 'decision':
			return `${event.actor}  ${decisionText(event)}`;
		case 'local': {
			const { type, ...facts } = event.fact;
			return `${event.actor}  ${type}  ${Object.values(facts).join(' ')}`;
		}
		case 'output':
			return `${event.actor}  ${event.stream}  ${event.text.trimEnd()}`;
	}
}

function decisionText(decision: Decision): string {
	switch (decision.decision) {
		case 'scheduling':
			return `${decision.pod}: ${decision.winner ?? decision.message ?? ''}`;
		case 'rollout': {
			const { deployment, step, replicaSet, from = 0, to = 0 } = decision;
			return `${deployment}: ${step}${replicaSet ? ` ${replicaSet} ${from} → ${to}` : ''}`;
		}
		case 'eviction':
			return `${decision.node}: evicts ${decision.pod}`;
		case 'replicas': {
			const { replicaSet, desired, current } = decision;
			return `${replicaSet}: wants ${desired} Pods, counts ${current}`;
		}
	}
}

function messageText(content: Extract<TraceEvent, { kind: 'message' }>['content']): string {
	switch (content.type) {
		case 'request':
			return `${content.method} ${content.path}`;
		case 'response':
			return `${content.code} ${content.text}${content.message === undefined ? '' : `: ${content.message}`}`;
		case 'watch-event':
			return `${content.event} ${content.resource}/${content.name ?? ''} at ${content.revision}`;
		case 'call':
			return `${content.method} ${[content.pod, content.container, content.argument].filter(Boolean).join(' ')}`;
		case 'return':
			return `${content.method} returns${content.error === undefined ? '' : `: ${content.error}`}`;
		case 'traffic':
			return `${content.hop} ${content.id} for ${content.service}${content.code ? ` ${content.code}` : ''}`;
	}
}
