import { indexTrace, stateAt } from '#lib/trace/state-at.ts';
import type { Trace } from '#lib/trace/trace.ts';
import type { FactOf } from './fact.ts';
import { findMoment, momentName } from './moment.ts';

/** The current context is that one, and names what it is said to name. */
export function refuteContext(
	trace: Trace,
	{ at, is, ...names }: FactOf<'context'>
): string | null {
	const moment = at && findMoment(trace, at);
	if (at && !moment) return `${momentName(at)} never comes`;
	const { kubeconfig } = stateAt(indexTrace(trace), moment?.atMs ?? trace.header.endMs);
	const current = kubeconfig?.contexts.find(({ name }) => name === kubeconfig.current);
	if (current?.name !== is) return `the context is ${current?.name ?? 'none'}`;
	const said = [names.cluster, names.user, names.namespace];
	const found = [current.cluster, current.user, current.namespace ?? 'default'];
	const isWrong = said.some((name, i) => name !== undefined && name !== found[i]);
	return isWrong ? `${is} names ${found.join(', ')}` : null;
}
