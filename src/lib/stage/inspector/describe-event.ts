import { message } from '#lib/i18n/message.ts';
import type { Locale } from '#lib/i18n/locale.ts';
import { messageNames } from '#lib/scene/message-text.ts';
import type { Decision, LocalFact, TraceEvent } from '#lib/trace/event.ts';

const factText = (fact: LocalFact) =>
	[
		fact.type,
		...Object.entries(fact)
			.filter(([name]) => /^(image|pod|container|volume|signal|exitCode|ip)$/.test(name))
			.map(([, value]) => String(value))
	].join(' ');

/** An event of the trace in one line. */
export function describeEvent(event: TraceEvent, locale: Locale): string {
	switch (event.kind) {
		case 'message':
			return message(locale, 'app.event.message', {
				from: event.from,
				to: event.to,
				what: messageNames(event)[0] ?? ''
			});
		case 'write':
			return message(locale, event.object ? 'app.event.write' : 'app.event.remove', {
				key: event.key,
				revision: event.revision
			});
		case 'transition':
			return event.from === null
				? message(locale, 'app.event.begin', { actor: event.actor, to: event.to })
				: message(locale, 'app.event.transition', {
						actor: event.actor,
						from: event.from,
						to: event.to
					});
		case 'decision':
			return describeDecision(event, locale);
		case 'local':
			return message(locale, 'app.event.local', {
				actor: event.actor,
				what: factText(event.fact)
			});
		case 'output':
			if (event.stream === 'input') return message(locale, 'app.event.typed', { text: event.text });
			return message(locale, event.stream === 'exit' ? 'app.event.exit' : 'app.event.printed', {
				text: event.text.trim()
			});
	}
}

function describeDecision(event: Decision, locale: Locale): string {
	switch (event.decision) {
		case 'scheduling':
			return event.winner === null
				? message(locale, 'app.event.noNode', { pod: event.pod })
				: message(locale, 'app.event.decision', { pod: event.pod, node: event.winner });
		case 'rollout':
			return message(locale, 'app.event.rollout', {
				deployment: event.deployment,
				step: event.step,
				change: event.replicaSet ? `${event.replicaSet} ${event.from ?? 0} → ${event.to ?? 0}` : ''
			});
		case 'eviction':
			return message(locale, 'app.event.eviction', { node: event.node, pod: event.pod });
		case 'replicas':
			return message(locale, 'app.event.replicas', {
				replicaSet: event.replicaSet,
				desired: event.desired,
				current: event.current
			});
	}
}
