import type { PartView } from '../view.ts';
import type { ComparedSide } from './compared-side.ts';

/** A side at a moment, with a pen of its own. */
export interface SideView extends PartView {
	readonly side: ComparedSide;
}
