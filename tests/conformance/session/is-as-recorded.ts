import { sameText } from './match-text.ts';
import type { Printed } from './play-session.ts';
import type { ExpectedStep } from './session.ts';

/** Whether a command printed what was recorded, and ended so. */
export function isAsRecorded(expected: ExpectedStep, got: Printed): boolean {
	const { unordered, unorderedEvents, optionalLines } = expected;
	const optional = (stream: 'stdout' | 'stderr') =>
		Array.isArray(optionalLines)
			? (optionalLines as readonly string[])
			: (optionalLines as Readonly<Record<string, readonly string[]>> | undefined)?.[stream];
	const isSame = (['stdout', 'stderr'] as const).every((stream) =>
		sameText(expected[stream], got[stream], {
			unordered: Boolean(unordered),
			unorderedEvents: Boolean(unorderedEvents),
			optional: optional(stream)
		})
	);
	return isSame && expected.exit === got.exit;
}
