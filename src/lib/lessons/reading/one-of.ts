import { suggest } from '#lib/kubectl/command-line/suggest.ts';
import type { Place, Problems } from './problem.ts';
import type { Read } from './read.ts';

/** One of these names; of another the nearest is offered. */
export function oneOf<const Name extends string>(names: readonly Name[]): Read<Name> {
	return (value, problems) => {
		const written = value.type === 'scalar' ? String(value.value) : undefined;
		const found = names.find((each) => each === written);
		if (found !== undefined) return found;
		if (written === undefined) problems.add(value.place, 'wantsText');
		else tellUnknown(problems, value.place, 'unknownName', written, names);
		return undefined;
	};
}

/** Tells of a name that isn't known, and what was perhaps meant. */
export function tellUnknown(
	problems: Problems,
	place: Place,
	key: 'unknownName' | 'unknownKey' | 'unknownText',
	written: string,
	names: readonly string[]
): void {
	const [meant] = written.length > 60 ? [] : nearest(written, names);
	const shown = written.length > 60 ? `${written.slice(0, 60)}…` : written;
	if (meant !== undefined) problems.add(place, `${key}Meant`, { name: shown, meant });
	else problems.add(place, key, { name: shown, names: names.join(', ') });
}

/** Names like it, the likest first. */
function nearest(written: string, names: readonly string[]): readonly string[] {
	const close = suggest(written, names);
	const part = written.toLowerCase();
	return close.length > 0
		? close
		: names.filter((each) => part.length > 2 && (each.includes(part) || part.includes(each)));
}
