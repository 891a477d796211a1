import { type ApiCall, apiCallsOf } from '#lib/trace/api-call.ts';
import { bisect } from '#lib/trace/bisect.ts';
import type { Trace } from '#lib/trace/trace.ts';
import type { ScreenClock } from '../../screen-clock.ts';

/** Screen time for which a person's request stays, once it is answered, though others come. */
const lingersMs = 6000;

/** The request that is looked at: the last that came in; what a person asked stays until it can have been read. */
export function callAtHand(trace: Trace, clock: ScreenClock): ApiCall | undefined {
	const calls = apiCallsOf(trace);
	const begun = bisect(calls, ({ steps }) => steps[0]!.atMs > clock.nowMs);
	const last = calls[begun - 1];
	for (let i = begun - 1; i >= 0; i--) {
		const call = calls[i]!;
		if (!call.message.from.startsWith('kubectl/')) continue;
		return clock.since(endMs(call)) < lingersMs ? call : last;
	}
	return last;
}

/** When nothing more comes of it: a watch goes on, and says nothing more about its beginning. */
function endMs({ response, steps }: ApiCall): number {
	return response?.receivedAtMs ?? steps.at(-1)!.atMs;
}
