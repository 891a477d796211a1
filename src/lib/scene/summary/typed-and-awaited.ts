import type { Locale } from '#lib/i18n/locale.ts';
import type { ClusterState } from '#lib/trace/cluster-state.ts';
import { terminalPanes } from '../terminal-panes.ts';
import { storyPods } from './pod-sentences.ts';
import { summaryMessage } from './summary-message.ts';

const settled: ReadonlySet<string> = new Set(['ready', 'ended', 'failed']);

/** What was typed last in each terminal and what it printed last, and which Pods are not yet what they shall be. */
export function typedAndAwaited(state: ClusterState, locale: Locale): readonly string[] {
	const told: string[] = [];
	for (const { lines, free } of terminalPanes(state.terminal)) {
		const typed = lines.findLast(({ stream }) => stream === 'input');
		if (!typed) continue;
		const values = { command: typed.text };
		told.push(summaryMessage(locale, free ? 'summary.typed' : 'summary.typed-running', values));
		const printed = lines.findLast(
			({ stream, command }) => stream !== 'input' && command === typed.command
		);
		const text = printed?.text.trim().split('\n').at(-1) ?? '';
		if (text !== '') told.push(summaryMessage(locale, 'summary.printed', { text }));
	}
	if (told.length === 0) told.push(summaryMessage(locale, 'summary.nothing-typed'));
	const pods = storyPods(state);
	const ending = pods.filter(({ state: { terminating } }) => terminating);
	const coming = pods.filter(
		({ state: { terminating, shape } }) => !terminating && !settled.has(shape)
	);
	const names = (some: typeof pods) => some.map(({ name }) => name).join(', ');
	if (coming.length > 0) {
		told.push(summaryMessage(locale, 'summary.awaits-ready', { pods: names(coming) }));
	}
	if (ending.length > 0) {
		told.push(summaryMessage(locale, 'summary.awaits-end', { pods: names(ending) }));
	}
	if (coming.length + ending.length === 0) told.push(summaryMessage(locale, 'summary.awaits-none'));
	return told;
}
