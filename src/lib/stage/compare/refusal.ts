import type { Trace } from '#lib/trace/trace.ts';

/** What was printed by the first command that failed; undefined when all went well. */
export function refusalOf({ events }: Trace): string | undefined {
	for (const event of events) {
		if (event.kind !== 'output' || event.stream !== 'exit' || event.text === '0') continue;
		return events
			.filter((other) => other.kind === 'output' && other.command === event.command)
			.map((other) => (other.kind === 'output' && other.stream === 'stderr' ? other.text : ''))
			.join('')
			.trim();
	}
	return undefined;
}
