import type { Trace } from '#lib/trace/trace.ts';
import type { Fact } from './fact.ts';
import { refuteAnswered } from './refute-answered.ts';
import { refuteContext } from './refute-context.ts';
import { refuteEndpoint, refuteEvent, refuteObject, refutePrinted } from './refute-object.ts';
import {
	refuteApart,
	refuteBeside,
	refuteCount,
	refuteNever,
	refuteOrder
} from './refute-order.ts';
import { refutePods, refuteRemoved, refuteSizes } from './refute-pods.ts';
import { refuteDark, refuteRequests, refuteShare } from './refute-requests.ts';
import { refuteEvicted, refuteUses } from './refute-resources.ts';
import { refuteCalled } from './refute-called.ts';
import { refuteFilteredOut, refuteScored } from './refute-scheduling.ts';
import { refuteStranger } from './refute-stranger.ts';
import { refuteWritten } from './refute-written.ts';

/** What is wrong with a claim, in words for whoever reads a failing test; null when it holds. */
export function refute(trace: Trace, fact: Fact): string | null {
	switch (fact.claim) {
		case 'order':
			return refuteOrder(trace, fact.moments);
		case 'never':
			return refuteNever(trace, fact.moment, fact);
		case 'count':
			return refuteCount(trace, fact.moment, fact.times, fact);
		case 'apart':
			return refuteApart(trace, fact);
		case 'beside':
			return refuteBeside(trace, fact);
		case 'printed':
			return refutePrinted(trace, fact.text);
		case 'sizes':
			return refuteSizes(trace, fact.of, fact.steps, fact);
		case 'pods':
			return refutePods(trace, fact);
		case 'removed-first':
			return refuteRemoved(trace, fact.because, fact.nth);
		case 'object':
			return refuteObject(trace, fact);
		case 'endpoint':
			return refuteEndpoint(trace, fact);
		case 'event':
			return refuteEvent(trace, fact);
		case 'answered':
			return refuteAnswered(trace, fact);
		case 'context':
			return refuteContext(trace, fact);
		case 'written':
			return refuteWritten(trace, fact);
		case 'called':
			return refuteCalled(trace, fact);
		case 'filtered-out':
			return refuteFilteredOut(trace, fact);
		case 'scored':
			return refuteScored(trace, fact);
		case 'uses':
			return refuteUses(trace, fact);
		case 'evicted':
			return refuteEvicted(trace, fact);
		case 'requests':
			return refuteRequests(trace, fact);
		case 'dark':
			return refuteDark(trace, fact);
		case 'share':
			return refuteShare(trace, fact);
		case 'not':
			return refute(trace, fact.fact) === null ? `it holds: ${fact.fact.claim}` : null;
		case 'only-api-server-talks-to-etcd':
			return refuteStranger(trace, 'etcd');
		case 'scheduler-never-calls-a-kubelet':
			return refuteStranger(trace, 'scheduler');
	}
}
