import type { Ink, Mark, Scene } from '#lib/scene/mark.ts';
import type { Theme } from '#lib/scene/tokens.ts';

type Context = CanvasRenderingContext2D | OffscreenCanvasRenderingContext2D;

/** Font families, as CSS writes them. */
export interface Fonts {
	readonly sans: string;
	readonly mono: string;
}

/** Draws a scene on a canvas, as SVG draws it: the same shapes, inks, dashes and hatches. */
export function drawScene(context: Context, scene: Scene, theme: Theme, fonts: Fonts): void {
	for (const mark of scene.marks) {
		context.globalAlpha = mark.opacity ?? 1;
		if (mark.type === 'text') drawText(context, mark, theme, fonts);
		else drawShape(context, mark, theme);
	}
	context.globalAlpha = 1;
}

type TextMark = Extract<Mark, { type: 'text' }>;
type ShapeMark = Exclude<Mark, TextMark>;

function drawText(context: Context, mark: TextMark, theme: Theme, fonts: Fonts): void {
	if (mark.fill === 'none') return;
	context.font = `${mark.weight ?? 400} ${mark.size}px ${fonts[mark.font]}`;
	context.textAlign = mark.anchor === 'middle' ? 'center' : (mark.anchor ?? 'start');
	context.fillStyle = theme[mark.fill];
	context.fillText(mark.text, mark.x, mark.y);
}

function drawShape(context: Context, mark: ShapeMark, theme: Theme): void {
	const path = outline(mark);
	const colour = (ink: Ink | undefined) => (ink && ink !== 'none' ? theme[ink] : undefined);
	const [fill, stroke] = [colour(mark.fill), colour(mark.stroke)];
	if (fill) {
		context.fillStyle = fill;
		context.fill(path);
	}
	if (stroke) {
		context.strokeStyle = stroke;
		context.lineWidth = mark.strokeWidth ?? 1;
		context.setLineDash('dashed' in mark && mark.dashed ? [5, 4] : []);
		context.stroke(path);
	}
	if (mark.type === 'rect' && mark.hatch) drawHatch(context, path, mark, theme);
}

function outline(mark: ShapeMark): Path2D {
	if (mark.type === 'path') return new Path2D(mark.d);
	const path = new Path2D();
	if (mark.type === 'circle') path.arc(mark.cx, mark.cy, Math.max(0, mark.r), 0, 2 * Math.PI);
	else if (mark.width > 0 && mark.height > 0) {
		path.roundRect(mark.x, mark.y, mark.width, mark.height, mark.radius ?? 0);
	}
	return path;
}

/** The pattern of the page's SVG: every 8 px a line, half a px wide because its tile cuts it, turned by 30°. */
function drawHatch(
	context: Context,
	path: Path2D,
	{ x, y, width, height }: Extract<Mark, { type: 'rect' }>,
	theme: Theme
): void {
	const turn = Math.PI / 6;
	const reach = Math.hypot(width, height);
	const [cx, cy] = [x + width / 2, y + height / 2];
	// The middle of the rect, in the turned coordinates.
	const across = cx * Math.cos(turn) + cy * Math.sin(turn);
	const along = cy * Math.cos(turn) - cx * Math.sin(turn);
	context.save();
	context.clip(path);
	context.rotate(turn);
	context.fillStyle = theme.line2;
	for (let at = Math.floor((across - reach) / 8) * 8; at < across + reach; at += 8) {
		context.fillRect(at, along - reach, 0.5, 2 * reach);
	}
	context.restore();
}
