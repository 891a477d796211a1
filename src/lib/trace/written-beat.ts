import type { FoundBeat } from './beat.ts';
import type { Write } from './event.ts';

/** A person's write that has no name of its own: `of` is `namespace/name`, of what belongs to no namespace the name. */
export function writtenBeat({ object, previous, revision }: Write): FoundBeat {
	const written = object ?? previous;
	if (!written) return null;
	const { kind, metadata } = written;
	const { namespace, name = '' } = metadata;
	const of = namespace === undefined ? name : `${namespace}/${name}`;
	return { name: 'written', of, values: { kind, name, revision } };
}
