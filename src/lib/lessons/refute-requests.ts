import { isServed, requestsOf, type TrafficRequest } from '#lib/trace/requests.ts';
import type { Trace } from '#lib/trace/trace.ts';
import type { FactOf } from './fact.ts';
import { spanOf, type Span } from './moment.ts';

/** Fewer than this say nothing about what becomes of requests. */
const fewest = 10;

function sentWithin(trace: Trace, span: Span): readonly TrafficRequest[] {
	const { fromMs, toMs } = spanOf(trace, span);
	return requestsOf(trace).filter(({ sentAtMs }) => sentAtMs >= fromMs && sentAtMs <= toMs);
}

/** So many fail, in these ways. */
export function refuteRequests(
	trace: Trace,
	{ leastFailed, ways, ...span }: FactOf<'requests'>
): string | null {
	const sent = sentWithin(trace, span);
	if (sent.length < fewest) return `only ${sent.length} requests were sent`;
	const failed = sent.filter((request) => !isServed(request));
	const told = `${failed.length} of ${sent.length} failed: ${[...new Set(failed.map(({ outcome }) => outcome))].join()}`;
	if (leastFailed === 0) return failed.length === 0 ? null : told;
	const isOther = failed.some(({ outcome }) => !ways?.some((way) => way === outcome));
	return failed.length < leastFailed || (ways && isOther) ? told : null;
}

/** None is served. */
export function refuteDark(trace: Trace, { edgeMs, ...span }: FactOf<'dark'>): string | null {
	const { fromMs, toMs } = spanOf(trace, span);
	const sent = requestsOf(trace).filter(
		({ sentAtMs }) => sentAtMs >= fromMs + edgeMs && sentAtMs <= toMs - edgeMs
	);
	if (sent.length < fewest) return `only ${sent.length} requests were sent`;
	const served = sent.filter(isServed);
	return served.length === 0 ? null : `${served.length} of ${sent.length} were served`;
}

/** So much of the answers is of that version. */
export function refuteShare(
	trace: Trace,
	{ version, least, most, ...span }: FactOf<'share'>
): string | null {
	const served = sentWithin(trace, span).filter(isServed);
	if (served.length < fewest) return `only ${served.length} requests were served`;
	const share = served.filter((one) => one.version === version).length / served.length;
	return share >= least && share <= most ? null : `${version} answered ${share.toFixed(3)}`;
}
