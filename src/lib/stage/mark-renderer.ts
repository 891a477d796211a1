import type { MarkElement } from './mark-element.ts';

const svgNamespace = 'http://www.w3.org/2000/svg';

interface Drawn {
	readonly node: SVGElement;
	element: MarkElement;
	generation: number;
}

function patchAttributes(node: SVGElement, before: MarkElement, after: MarkElement): void {
	for (const name in after.attributes) {
		const value = after.attributes[name];
		if (value !== undefined && value !== before.attributes[name]) node.setAttribute(name, value);
	}
	for (const name in before.attributes) {
		if (!(name in after.attributes)) node.removeAttribute(name);
	}
	if (after.text !== before.text) node.textContent = after.text ?? '';
}

const blank = (element: MarkElement): MarkElement => ({
	key: element.key,
	tag: element.tag,
	attributes: {}
});

/**
 * Keeps the children of an SVG group equal to a list of elements, by key: an element that stays is patched where it
 * differs and keeps its node (and so the focus), only what is new is made. Sixty times a second this is cheaper than a
 * component for each mark.
 */
export function createMarkRenderer(group: SVGGElement): (elements: readonly MarkElement[]) => void {
	const drawn = new Map<string, Drawn>();
	let generation = 0;
	group.replaceChildren();

	function place(element: MarkElement): SVGElement {
		const known = drawn.get(element.key);
		if (known && known.element.tag === element.tag) {
			patchAttributes(known.node, known.element, element);
			known.element = element;
			known.generation = generation;
			return known.node;
		}
		known?.node.remove();
		const node = document.createElementNS(svgNamespace, element.tag);
		patchAttributes(node, blank(element), element);
		drawn.set(element.key, { node, element, generation });
		return node;
	}

	return (elements) => {
		generation += 1;
		const nodes = elements.map(place);
		for (const [key, { node, generation: seen }] of drawn) {
			if (seen === generation) continue;
			node.remove();
			drawn.delete(key);
		}
		let next: ChildNode | null = group.firstChild;
		for (const node of nodes) {
			if (node === next) next = next.nextSibling;
			else group.insertBefore(node, next);
		}
	};
}
