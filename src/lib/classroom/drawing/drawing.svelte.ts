import type { KeyAction } from '#lib/playback/keys.ts';

/** A place on the picture, in units of the scene, so that both windows mean the same. */
export interface Place {
	readonly x: number;
	readonly y: number;
}

/** What has been drawn and where is pointed. */
export interface Drawn {
	readonly point: Place | null;
	readonly strokes: readonly (readonly Place[])[];
}

export const nothingDrawn: Drawn = { point: null, strokes: [] };

export type Tool = 'pointer' | 'pen';

/** Places nearer than this to the one before add nothing to a stroke, units. */
const leastStep = 1.5;

const rounded = ({ x, y }: Place): Place => ({
	x: Math.round(x * 10) / 10,
	y: Math.round(y * 10) / 10
});

/** Laser pointer and pen over a picture. */
export class Drawing {
	/** What the mouse does on the picture. */
	tool = $state<Tool>();
	drawn = $state.raw<Drawn>(nothingDrawn);
	/** Told of whatever is drawn here, and not of what another window drew. */
	ondraw: (drawn: Drawn) => void = () => {};

	pick(tool: Tool): void {
		this.tool = this.tool === tool ? undefined : tool;
		if (this.tool !== 'pointer') this.point(null);
	}

	point(place: Place | null): void {
		if (place === null && this.drawn.point === null) return;
		this.#draw({ ...this.drawn, point: place && rounded(place) });
	}

	begin(place: Place): void {
		this.#draw({ ...this.drawn, strokes: [...this.drawn.strokes, [rounded(place)]] });
	}

	/** Draws on from where the last stroke is. */
	extend(place: Place): void {
		const { strokes } = this.drawn;
		const stroke = strokes.at(-1);
		const last = stroke?.at(-1);
		if (!stroke || !last || Math.hypot(place.x - last.x, place.y - last.y) < leastStep) return;
		this.#draw({ ...this.drawn, strokes: [...strokes.slice(0, -1), [...stroke, rounded(place)]] });
	}

	/** Another beat, another picture: nothing of this is left. */
	clear(): void {
		const { point, strokes } = this.drawn;
		if (point || strokes.length > 0) this.#draw(nothingDrawn);
	}

	/** What the other window shows. */
	take(drawn: Drawn): void {
		this.drawn = drawn;
	}

	obey(action: KeyAction): boolean {
		if (action === 'pointer' || action === 'pen') this.pick(action);
		else if (action === 'clear') this.clear();
		else if (action === 'back' && this.tool) this.pick(this.tool);
		else return false;
		return true;
	}

	#draw(drawn: Drawn): void {
		this.drawn = drawn;
		this.ondraw(drawn);
	}
}
