import type { MarkElement } from './mark-element.ts';

const entities: Readonly<Record<string, string>> = {
	'&': '&amp;',
	'<': '&lt;',
	'>': '&gt;',
	'"': '&quot;'
};

const escape = (text: string) => text.replace(/[&<>"]/g, (character) => entities[character] ?? '');

/** Elements as SVG markup: the first picture, before any script. Whatever a name or label contains stays text. */
export function svgText(elements: readonly MarkElement[]): string {
	return elements
		.map(({ key, tag, attributes, text }) => {
			const written = Object.entries({ 'data-key': key, ...attributes })
				.map(([name, value]) => ` ${name}="${escape(value)}"`)
				.join('');
			return `<${tag}${written}>${text === undefined ? '' : escape(text)}</${tag}>`;
		})
		.join('');
}
