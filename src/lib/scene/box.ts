/** A rectangle of a layout. */
export interface Box {
	readonly x: number;
	readonly y: number;
	readonly width: number;
	readonly height: number;
}

export interface Point {
	readonly x: number;
	readonly y: number;
}

export const right = (box: Box): number => box.x + box.width;
export const bottom = (box: Box): number => box.y + box.height;
export const centre = (box: Box): Point => ({
	x: box.x + box.width / 2,
	y: box.y + box.height / 2
});
