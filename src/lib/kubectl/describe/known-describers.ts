import type { Describer } from './describer.ts';

const known = new Map<string, Describer>();

/** How a kind is described that hasn't always been known. */
export function knownDescriber(kind: string): Describer | undefined {
	return known.get(kind);
}

/** Makes descriptions of further kinds known. */
export function learnDescribers(describers: Readonly<Record<string, Describer>>): void {
	for (const [kind, describer] of Object.entries(describers)) known.set(kind, describer);
}
