import type { Fonts } from './draw-scene.ts';

/** The page's own fonts, for its language. */
export function pageFonts(): Fonts {
	const style = getComputedStyle(document.documentElement);
	return { sans: style.getPropertyValue('--sans'), mono: style.getPropertyValue('--mono') };
}

/** Waits until the page's fonts can be drawn with: what no text on the page uses yet is not there by itself. */
export async function loadFonts(): Promise<void> {
	await Promise.all([...document.fonts].map((face) => face.load()));
}

/** Style rules that bring the page's fonts along, each as a `data:` address. */
export async function fontRules(): Promise<string> {
	const rules = [...document.styleSheets].flatMap((sheet) =>
		[...sheet.cssRules].filter((rule) => rule instanceof CSSFontFaceRule)
	);
	const written = await Promise.all(
		rules.map(async ({ style, parentStyleSheet }) => {
			const [, address] = /url\("?([^")]+)"?\)/.exec(style.getPropertyValue('src')) ?? [];
			if (!address) return '';
			const data = await dataAddress(new URL(address, parentStyleSheet?.href ?? document.baseURI));
			const [family, weight] = ['font-family', 'font-weight'].map((name) =>
				style.getPropertyValue(name)
			);
			return `@font-face{font-family:${family};font-weight:${weight};src:url(${data}) format("woff2")}`;
		})
	);
	return written.join('\n');
}

async function dataAddress(url: URL): Promise<string> {
	if (url.protocol === 'data:') return url.href;
	const bytes = new Uint8Array(await (await fetch(url)).arrayBuffer());
	const text = Array.from(bytes, (byte) => String.fromCharCode(byte)).join('');
	return `data:font/woff2;base64,${btoa(text)}`;
}
