import type { Scene } from '#lib/scene/mark.ts';
import { sceneToSvg } from '#lib/scene/svg.ts';
import { themes } from '#lib/scene/tokens.ts';
import { drawScene } from './draw-scene.ts';
import { fontRules, loadFonts, pageFonts } from './page-fonts.ts';

/** A scene as an SVG file that needs nothing else: light theme, its Latin fonts inside, Chinese ones from the system. */
export async function svgPicture(scene: Scene): Promise<Blob> {
	const svg = sceneToSvg(scene, themes.light, { style: await fontRules(), fonts: pageFonts() });
	return new Blob([svg], { type: 'image/svg+xml' });
}

/** A scene as a PNG in the light theme, so many pixels to one of its own. */
export async function pngPicture(scene: Scene, scale: number): Promise<Blob> {
	await loadFonts();
	const canvas = new OffscreenCanvas(scene.width * scale, scene.height * scale);
	const context = canvas.getContext('2d');
	if (!context) throw new Error('OffscreenCanvas');
	context.scale(scale, scale);
	drawScene(context, scene, themes.light, pageFonts());
	return canvas.convertToBlob({ type: 'image/png' });
}
