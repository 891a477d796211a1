import { lastAppliedAnnotation } from '../patch/last-applied.ts';
import type { Description } from './description.ts';

const longest = 140;

/** Annotations beneath each other, long ones shortened. Models kubectl pkg/describe printAnnotationsMultiline. */
export function describeAnnotations(
	description: Description,
	annotations: Readonly<Record<string, string>> | undefined,
	title = 'Annotations'
): void {
	const shown = Object.entries(annotations ?? {})
		.filter(([key]) => key !== lastAppliedAnnotation)
		.sort(([a], [b]) => (a < b ? -1 : 1));
	const lines = shown.flatMap(([key, text]) => {
		const value = text.replace(/\n$/, '');
		if (value.length + key.length + 2 <= longest && !value.includes('\n')) {
			return [`${key}: ${value}`];
		}
		return [`${key}:`, ...value.split('\n').map((line) => `  ${shorten(line)}`)];
	});
	description.list(title, lines);
}

function shorten(text: string): string {
	return text.length > longest - 2 ? `${text.slice(0, longest - 2)}...` : text;
}
