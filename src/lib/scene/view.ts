import type { Locale } from '#lib/i18n/locale.ts';
import type { ClusterState } from '#lib/trace/cluster-state.ts';
import type { Message } from '#lib/trace/event.ts';
import type { Rank } from '#lib/trace/rank.ts';
import type { TraceIndex } from '#lib/trace/state-at.ts';
import type { Layout } from './layout.ts';
import type { Detail } from './options.ts';
import type { Pen } from './pen.ts';
import type { ScreenClock } from './screen-clock.ts';

/** What drawing one thing asks for, on whichever stage it stands. */
export interface PartView {
	readonly index: TraceIndex;
	readonly state: ClusterState;
	readonly clock: ScreenClock;
	readonly layout: Pick<Layout, 'unit' | 'type'>;
	readonly pen: Pen;
	readonly locale: Locale;
	readonly detail: Detail | null;
}

/** Everything that a drawing function of a whole cluster may look at, and the pen that it draws with. */
export interface View extends PartView {
	readonly layout: Layout;
	readonly ranks: readonly Rank[];
	readonly showEverything: boolean;
	readonly focus: string | null;
	/** Messages that travel now or have just arrived, as far as they are to be seen, in order of sending. */
	readonly messages: readonly Message[];
}
