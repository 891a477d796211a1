import { refusedStage } from '#lib/scene/inside/api-server/call-progress.ts';
import { type ApiCall, apiCallsOf } from '#lib/trace/api-call.ts';
import type { Trace } from '#lib/trace/trace.ts';
import type { FactOf } from './fact.ts';
import { spanOf } from './moment.ts';

/** A command's request is answered with a code, by that stage and with that text; refused, it has written nothing. */
export function refuteAnswered(trace: Trace, fact: FactOf<'answered'>): string | null {
	const { fromMs, toMs } = spanOf(trace, fact);
	const asked = apiCallsOf(trace).filter(
		({ message: { from, atMs } }) => from.startsWith('kubectl/') && atMs >= fromMs && atMs <= toMs
	);
	const answers = asked.map(answerOf);
	const found = answers.filter(
		({ code, stage, text, path }) =>
			code === fact.code &&
			(fact.stage === undefined || stage === fact.stage) &&
			text.includes(fact.text ?? '') &&
			(fact.path === undefined || path === fact.path)
	);
	if (found.length === 0) {
		const told = answers.map(({ code, stage, text }) => [code, stage, text].join(' ').trim());
		return `the answers were ${told.join('; ') || 'none'}`;
	}
	const wrote = fact.code >= 400 && found.find(({ writes }) => writes > 0);
	return wrote ? `${wrote.text} wrote something` : null;
}

function answerOf(call: ApiCall) {
	const { content: asked, response, steps, writes } = call;
	const content = response?.content;
	const refusal = steps.find(({ to }) => to === 'refused');
	return {
		path: asked.path,
		code: content?.type === 'response' ? content.code : 0,
		text: content?.type === 'response' ? (content.message ?? '') : '',
		stage: refusal ? refusedStage(call, refusal) : undefined,
		writes: writes.length
	};
}
