import type { Box } from './box.ts';
import type { CircleMark, Mark, PathMark, RectMark, TextMark } from './mark.ts';
import { fitText, textWidth } from './text-width.ts';

type RectStyle = Omit<RectMark, 'type' | 'key' | 'x' | 'y' | 'width' | 'height'>;
type CircleStyle = Omit<CircleMark, 'type' | 'key' | 'cx' | 'cy' | 'r'>;
type PathStyle = Omit<PathMark, 'type' | 'key' | 'd'>;

/** How a text is written: what `TextMark` asks for, and the room that it has. */
export interface Writing extends Omit<TextMark, 'type' | 'key' | 'x' | 'y' | 'text' | 'font'> {
	readonly font?: 'sans' | 'mono';
	/** A longer text ends in an ellipsis. */
	readonly room?: number;
	/** It may be written smaller, down to this size, before it is cut. */
	readonly leastSize?: number;
}

/**
 * Collects marks. A layout thinks in units of a 1280 px wide stage; the pen turns them into px, and type into its own
 * size (projector mode), so that no drawing function has to.
 */
export class Pen {
	readonly marks: Mark[];
	readonly #unit: number;
	readonly #type: number;
	/** Lines grow with type, so that both are seen from as far. */
	readonly #line: number;
	readonly #scope: string;

	/** With a scope, e.g. `left`, keys and subjects begin with it; `marks` are the list to add to. */
	constructor(unit: number, type: number, scope = '', marks: Mark[] = []) {
		this.#unit = unit;
		this.#type = type;
		this.#line = unit * type;
		this.#scope = scope;
		this.marks = marks;
	}

	/** A pen that adds to the same picture, under keys and subjects of its own. */
	within(scope: string): Pen {
		return new Pen(this.#unit, this.#type, `${scope}/`, this.marks);
	}

	/** Units that a text of a nominal size takes in height, projector mode included. */
	typeSize(size: number): number {
		return size * this.#type;
	}

	rect(key: string, box: Box, style: RectStyle): void {
		const { x, y, width, height } = this.#scaled(box);
		const mark = {
			key,
			type: 'rect',
			x,
			y,
			width: Math.max(0, width),
			height: Math.max(0, height)
		} as const;
		this.#add({ ...mark, ...style, ...this.#lengths(style) });
	}

	circle(key: string, cx: number, cy: number, r: number, style: CircleStyle): void {
		const [x, y, radius] = [cx * this.#unit, cy * this.#unit, Math.max(0, r) * this.#unit];
		this.#add({
			key,
			type: 'circle',
			cx: x,
			cy: y,
			r: radius,
			...style,
			...this.#lengths(style)
		});
	}

	/** Numbers are lengths in units; flags and letters are given as text. */
	path(key: string, commands: readonly (string | number)[], style: PathStyle): void {
		const d = commands.map((c) => (typeof c === 'number' ? round(c * this.#unit) : c)).join(' ');
		this.#add({ key, type: 'path', d, ...style, ...this.#lengths(style) });
	}

	/** Writes nothing where there is no room for a single letter. */
	text(key: string, x: number, y: number, text: string, writing: Writing): void {
		const { room, leastSize = writing.size, font = 'sans', ...style } = writing;
		const full = { size: this.typeSize(style.size), font, weight: style.weight };
		const share = room === undefined ? 1 : Math.min(1, room / textWidth(text, full));
		const nominal = { ...full, size: Math.max(this.typeSize(leastSize), full.size * share) };
		const fitted = room === undefined ? text : fitText(text, room, nominal);
		if (fitted === '') return;
		this.#add({
			key,
			type: 'text',
			x: x * this.#unit,
			y: y * this.#unit,
			text: fitted,
			font,
			...style,
			size: nominal.size * this.#unit
		});
	}

	#add(mark: Mark): void {
		if (this.#scope === '') this.marks.push(mark);
		else {
			const { key, subject } = mark;
			const scoped = { ...mark, key: this.#scope + key };
			this.marks.push(subject ? { ...scoped, subject: this.#scope + subject } : scoped);
		}
	}

	#scaled({ x, y, width, height }: Box): Box {
		const unit = this.#unit;
		return { x: x * unit, y: y * unit, width: width * unit, height: height * unit };
	}

	#lengths({ radius, strokeWidth }: { radius?: number; strokeWidth?: number }) {
		return {
			...(radius === undefined ? {} : { radius: radius * this.#unit }),
			...(strokeWidth === undefined ? {} : { strokeWidth: strokeWidth * this.#line })
		};
	}
}

function round(value: number): number {
	return Math.round(value * 1000) / 1000;
}
