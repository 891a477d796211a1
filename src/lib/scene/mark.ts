/**
 * What a scene is made of: primitives with stable keys, in the scene's own coordinates (CSS px at the scene's size).
 * They are drawn as SVG, on a canvas, or written as text by the same rules; no mark needs its neighbours.
 */
export interface Scene {
	readonly width: number;
	readonly height: number;
	/** In drawing order. */
	readonly marks: readonly Mark[];
}

/** Colours by meaning (design tokens); a theme gives them values. */
export type Ink =
	| 'none'
	| 'paper'
	| 'surface'
	| 'raised'
	| 'ink'
	| 'ink2'
	| 'ink3'
	| 'line'
	| 'line2'
	| 'api'
	| 'watch'
	| 'write'
	| 'cri'
	| 'ok'
	| 'bad'
	| 'api-tint'
	| 'watch-tint'
	| 'write-tint'
	| 'cri-tint'
	| 'bad-tint'
	| 'ok-tint'
	| 'quiet'
	| 'terminal'
	| 'terminal-ink'
	| 'terminal-ink2'
	| 'version1'
	| 'version2'
	| 'version3'
	| 'version4';

interface MarkBase {
	/** Unique in its scene, the same thing has the same key at every moment. */
	readonly key: string;
	/** 0 to 1, default 1. */
	readonly opacity?: number;
	/** What a click on it inspects, e.g. `object:/registry/pods/default/web`, `component:scheduler`, `message:812`. */
	readonly subject?: string;
}

export interface RectMark extends MarkBase {
	readonly type: 'rect';
	readonly x: number;
	readonly y: number;
	readonly width: number;
	readonly height: number;
	readonly radius?: number;
	readonly fill?: Ink;
	readonly stroke?: Ink;
	readonly strokeWidth?: number;
	readonly dashed?: boolean;
	/** Hatched over the fill: terminating. */
	readonly hatch?: boolean;
}

export interface CircleMark extends MarkBase {
	readonly type: 'circle';
	readonly cx: number;
	readonly cy: number;
	readonly r: number;
	readonly fill?: Ink;
	readonly stroke?: Ink;
	readonly strokeWidth?: number;
}

export interface PathMark extends MarkBase {
	readonly type: 'path';
	/** SVG path data, three decimals. */
	readonly d: string;
	readonly fill?: Ink;
	readonly stroke?: Ink;
	readonly strokeWidth?: number;
	readonly dashed?: boolean;
}

export interface TextMark extends MarkBase {
	readonly type: 'text';
	readonly x: number;
	/** Baseline. */
	readonly y: number;
	readonly text: string;
	/** px. */
	readonly size: number;
	readonly fill: Ink;
	readonly font: 'sans' | 'mono';
	readonly weight?: 400 | 500 | 600;
	readonly anchor?: 'start' | 'middle' | 'end';
}

export type Mark = RectMark | CircleMark | PathMark | TextMark;
