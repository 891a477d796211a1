import type { Beat } from './beat.ts';
import type { BeatName } from './beat-name.ts';

/** How often after one command the same thing is told of the same owner; more often it is one of many. */
const limits: Partial<Record<BeatName, number>> = {
	'pull-failed': 3,
	ready: 4,
	evicting: 8,
	deleting: 4,
	seen: 0,
	sandbox: 0,
	started: 0,
	exited: 1,
	ended: 1,
	unready: 2,
	restarted: 3,
	'scaled-up': 8,
	'scaled-down': 8,
	'replica-set': 4,
	adopted: 4,
	released: 4,
	collected: 3,
	gone: 3,
	marked: 3,
	'endpoint-ready': 2,
	'endpoint-terminating': 2,
	rules: 2,
	'asks-name': 4
};

/** Somebody has done it. */
const alwaysNews: ReadonlySet<BeatName> = new Set<BeatName>([
	'run',
	'refused',
	'manifest',
	'manifest-gone',
	'component-stopped',
	'component-started'
]);

/** … and of a Pod that nobody keeps. */
const mostOfOne = 3;

/** Counts what was told since the last command. */
export class Repetition {
	readonly #told = new Map<string, number>();

	/** A person asked for something else: its consequences are news, whatever came before. */
	forget(): void {
		this.#told.clear();
	}

	/** Whether there is room for it, and takes the room. */
	hasRoom(what: string, limit = 1): boolean {
		const told = this.#told.get(what) ?? 0;
		this.#told.set(what, told + 1);
		return told < limit;
	}

	/** Whether a beat is news. */
	isNews({ name, of, pod, values }: Beat): boolean {
		if (alwaysNews.has(name)) return true;
		// Every node programs the same rules: the first says it for all.
		if (name === 'rules' && !this.hasRoom(`${name} ${of} ${values?.count}`)) return false;
		if (name === 'conflict') return this.hasRoom(name);
		const limit = limits[name] ?? 1;
		if (name === 'backs-off') return this.hasRoom(`${name} ${pod} ${values?.seconds}`);
		if (of !== undefined || pod === undefined) return this.hasRoom(`${name} ${of}`, limit);
		return this.hasRoom(`${name} ${pod}`, Math.max(mostOfOne, limit));
	}
}
