import type { Ink, Mark, Scene, TextMark } from './mark.ts';
import { inkVariable, type Theme } from './tokens.ts';

/** What a file that stands alone brings along. */
export interface SvgSupplies {
	/** Style rules: its fonts. */
	readonly style?: string;
	readonly fonts?: Readonly<Record<TextMark['font'], string>>;
}

/** A scene as SVG text, three decimals, one mark a line. Colours are a theme's, or left to CSS custom properties. */
export function sceneToSvg(
	scene: Scene,
	theme: Theme | 'css-variables',
	{ style, fonts = fontFamilies }: SvgSupplies = {}
): string {
	const paint = (ink: Ink): string => {
		if (ink === 'none') return 'none';
		return theme === 'css-variables' ? `var(${inkVariable(ink)})` : theme[ink];
	};
	const hatch =
		`<defs><pattern id="hatch" width="8" height="8" patternUnits="userSpaceOnUse" ` +
		`patternTransform="rotate(30)"><path d="M0 0V8" stroke="${paint('line2')}"/></pattern></defs>`;
	const marks = scene.marks.map((mark) => markToSvg(mark, paint, fonts));
	const { width, height } = scene;
	return [
		`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${decimal(width)} ${decimal(height)}">`,
		...(style ? [`<style>${style}</style>`] : []),
		hatch,
		...marks,
		'</svg>'
	].join('\n');
}

/** At most three decimals, and no trailing zeros. */
function decimal(value: number): string {
	return String(Math.round(value * 1000) / 1000);
}

const fontFamilies = {
	sans: 'IBM Plex Sans, PingFang TC, Microsoft JhengHei, Noto Sans TC, Noto Sans CJK TC, sans-serif',
	mono: 'IBM Plex Mono, Noto Sans Mono CJK TC, monospace'
};

type Attributes = Record<string, string | number | undefined>;

function markToSvg(
	mark: Mark,
	paint: (ink: Ink) => string,
	fonts: Readonly<Record<TextMark['font'], string>>
): string {
	const common: Attributes = { opacity: mark.opacity };
	switch (mark.type) {
		case 'text':
			return element(
				'text',
				{
					x: mark.x,
					y: mark.y,
					'font-family': fonts[mark.font],
					'font-size': mark.size,
					'font-weight': mark.weight,
					'text-anchor': mark.anchor,
					fill: paint(mark.fill),
					'xml:space': 'preserve',
					...common
				},
				escaped(mark.text)
			);
		case 'rect': {
			const { x, y, width, height, radius } = mark;
			const box = { x, y, width, height, rx: radius };
			const shape = element('rect', { ...box, ...painted(mark, paint), ...common });
			if (!mark.hatch) return shape;
			return shape + element('rect', { ...box, fill: 'url(#hatch)', ...common });
		}
		case 'circle':
			return element('circle', {
				cx: mark.cx,
				cy: mark.cy,
				r: mark.r,
				...painted(mark, paint),
				...common
			});
		case 'path':
			return element('path', { d: mark.d, ...painted(mark, paint), ...common });
	}
}

type Painted = Exclude<Mark, { type: 'text' }>;

function painted(mark: Painted, paint: (ink: Ink) => string): Attributes {
	const dashed = 'dashed' in mark && mark.dashed;
	return {
		fill: paint(mark.fill ?? 'none'),
		stroke: mark.stroke && paint(mark.stroke),
		'stroke-width': mark.stroke && mark.strokeWidth,
		'stroke-dasharray': dashed ? '5 4' : undefined
	};
}

function element(name: string, attributes: Attributes, content?: string): string {
	const text = Object.entries(attributes)
		.filter(([, value]) => value !== undefined)
		.map(
			([key, value]) => ` ${key}="${typeof value === 'number' ? decimal(value) : escaped(value!)}"`
		)
		.join('');
	return content === undefined ? `<${name}${text}/>` : `<${name}${text}>${content}</${name}>`;
}

function escaped(text: string): string {
	return text
		.replaceAll('&', '&amp;')
		.replaceAll('<', '&lt;')
		.replaceAll('>', '&gt;')
		.replaceAll('"', '&quot;')
		.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '\ufffd');
}
