import { message } from '#lib/i18n/message.ts';
import type { Locale } from '#lib/i18n/locale.ts';
import { messageNames } from '#lib/scene/message-text.ts';
import type { LocalFact, TraceEvent } from '#lib/trace/event.ts';

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
			return event.winner === null
				? message(locale, 'app.event.noNode', { pod: event.pod })
				: message(locale, 'app.event.decision', { pod: event.pod, node: event.winner });
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
