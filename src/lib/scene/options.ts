import type { Locale } from '#lib/i18n/locale.ts';
import type { Tempo } from '#lib/tempo/tempo.ts';
import type { InsideName } from './inside/inside-name.ts';

/** What a scene depends on besides the trace and the moment. */
export interface SceneOptions {
	/** CSS px. The scene fills it, its own margins included. */
	readonly width: number;
	readonly height: number;
	readonly locale: Locale;
	/** Motion is even on the screen, so a scene must know how cluster time passes there. */
	readonly tempo: Tempo;
	/** Detail and housekeeping too; default only the story. */
	readonly showEverything?: boolean;
	/** Beside each component's way to the API server, what it watches there. */
	readonly showWatches?: boolean;
	/** What stands opened below the bar; default nothing. */
	readonly inside?: InsideName;
	/** Type ×1.35. */
	readonly projector?: boolean;
	/** Messages don't travel: they appear at their ends. */
	readonly reducedMotion?: boolean;
	/** etcd key of the object under discussion; default the Pod that the story last wrote. */
	readonly focus?: string;
	/** What of the scene is seen and how large, for semantic zoom; default all of it at 1. */
	readonly detail?: Detail;
}

/** A zoom: scale, and the rectangle of the scene that is visible, in the scene's own coordinates. */
export interface Detail {
	readonly scale: number;
	readonly x: number;
	readonly y: number;
	readonly width: number;
	readonly height: number;
}
