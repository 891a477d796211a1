import type { Trace } from '#lib/trace/trace.ts';
import { findMoment, type Moment } from './moment.ts';

/** Something that a lesson claims of its recording. */
export type Fact =
	/** These moments come, in this order. */
	| { readonly claim: 'order'; readonly moments: readonly Moment[] }
	| { readonly claim: 'never'; readonly moment: Moment }
	/** So much cluster time lies between two moments. */
	| {
			readonly claim: 'apart';
			readonly from: Moment;
			readonly to: Moment;
			readonly leastMs: number;
			readonly mostMs: number;
	  }
	/** A command prints a line with this in it. */
	| { readonly claim: 'printed'; readonly text: string }
	/** etcd hears from no one but the API server, and the API server alone is told what etcd holds. */
	| { readonly claim: 'only-api-server-talks-to-etcd' }
	/** The scheduler never sends a kubelet anything. */
	| { readonly claim: 'scheduler-never-calls-a-kubelet' };

/** What is wrong with a claim, in words for whoever reads a failing test; null when it holds. */
export function refute(trace: Trace, fact: Fact): string | null {
	switch (fact.claim) {
		case 'order':
			return refuteOrder(trace, fact.moments);
		case 'never':
			return findMoment(trace, fact.moment) ? `${name(fact.moment)} came` : null;
		case 'apart':
			return refuteApart(trace, fact);
		case 'printed': {
			const found = trace.events.some(
				(event) =>
					event.kind === 'output' && event.stream !== 'input' && event.text.includes(fact.text)
			);
			return found ? null : `nothing printed “${fact.text}”`;
		}
		case 'only-api-server-talks-to-etcd':
			return stranger(trace, (from, to) => (from === 'etcd' ? to : from), 'etcd', 'api-server');
		case 'scheduler-never-calls-a-kubelet':
			return stranger(
				trace,
				(from, to) => (from === 'scheduler' ? to : from),
				'scheduler',
				'api-server'
			);
	}
}

function refuteOrder(trace: Trace, moments: readonly Moment[]): string | null {
	let before = -Infinity;
	for (const moment of moments) {
		const beat = findMoment(trace, moment);
		if (!beat) return `${name(moment)} never came`;
		if (beat.seq <= before) return `${name(moment)} came too early`;
		before = beat.seq;
	}
	return null;
}

function refuteApart(trace: Trace, fact: Extract<Fact, { claim: 'apart' }>): string | null {
	const [from, to] = [findMoment(trace, fact.from), findMoment(trace, fact.to)];
	if (!from || !to) return `${name(from ? fact.to : fact.from)} never came`;
	const apartMs = to.atMs - from.atMs;
	const holds = apartMs >= fact.leastMs && apartMs <= fact.mostMs;
	return holds ? null : `${name(fact.from)} and ${name(fact.to)} are ${apartMs} ms apart`;
}

/** Somebody who speaks with `one` and isn't the only one who may. */
function stranger(
	trace: Trace,
	other: (from: string, to: string) => string,
	one: string,
	allowed: string
): string | null {
	for (const event of trace.events) {
		if (event.kind !== 'message' || (event.from !== one && event.to !== one)) continue;
		if (other(event.from, event.to) !== allowed) return `${event.from} spoke to ${event.to}`;
	}
	return null;
}

function name({ beat, pod, of, image, nth = 0 }: Moment): string {
	const about = [pod, of, image].filter((each) => each !== undefined).join(' ');
	return `${beat}${about ? ` of ${about}` : ''} #${nth}`;
}
