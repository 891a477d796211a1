import type { KubeObject } from '#lib/kubernetes/object.ts';
import { editText } from '#lib/kubectl/edit/edit-text.ts';
import type { Trace } from '#lib/trace/trace.ts';

/** What `kubectl edit`, typed as this line, put into the editor when the trace was made; undefined when it opened none. */
export function openedText({ events }: Trace, line: string): string | undefined {
	const typed = events.find(
		(event) => event.kind === 'output' && event.stream === 'input' && event.text === line
	);
	if (typed?.kind !== 'output') return undefined;
	const actor = `kubectl/${typed.command + 1}`;
	const revisions = new Set<number>();
	for (const event of events) {
		if (event.kind !== 'message' || event.to !== actor || event.content.type !== 'response')
			continue;
		const { verb, code, revision } = event.content;
		// What comes after is about what the person saved.
		if (verb !== 'get') break;
		if (code === 200 && revision !== undefined) revisions.add(revision);
	}
	const opened = events.flatMap((event): KubeObject[] =>
		event.kind === 'write' && event.object !== null && revisions.has(event.revision)
			? [event.object]
			: []
	);
	return opened.length > 0 ? editText(opened) : undefined;
}
