import { textWidth, type TextStyle } from '../../text-width.ts';

/** A plugin's name in at most two lines, broken before a capital; what is long in all of them is left out. */
export function pluginLines(name: string, room: number, style: TextStyle): readonly string[] {
	const short = name.replace(/^NodeResources(?=Balanced)/, '');
	if (textWidth(short, style) <= room) return [short];
	const words = short.match(/[A-Z][a-z]*/g) ?? [short];
	const cuts = words.slice(1).map((_, i) => [words.slice(0, i + 1), words.slice(i + 1)] as const);
	const widest = (parts: readonly (readonly string[])[]): number =>
		Math.max(...parts.map((part) => textWidth(part.join(''), style)));
	const best = cuts.reduce<readonly (readonly string[])[]>(
		(least, cut) => (widest(cut) < widest(least) ? cut : least),
		[words]
	);
	return best.map((part) => part.join(''));
}
