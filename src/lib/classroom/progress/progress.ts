/** How far someone has come in a lesson. */
export interface LessonProgress {
	readonly id: string;
	/** Where they left it, ms of the story, of so many. */
	readonly atMs: number;
	readonly endMs: number;
	/** It has been at its end, now or earlier. */
	readonly seen: boolean;
}

/** What has been opened on this device, the last lesson last. */
export type Progress = readonly LessonProgress[];

/** Where to go on: a lesson, and a moment of its story where one was left before its end. */
export interface Suggestion {
	readonly id: string;
	readonly why: 'start' | 'continue' | 'next' | 'again';
	readonly atMs?: number;
}

/** Less of a lesson than this, ms of the story, is only a look at it. */
const leastMs = 1;

/** The progress with a visit added; what was seen once stays seen. */
export function withVisit(progress: Progress, visit: LessonProgress): Progress {
	const before = progress.find(({ id }) => id === visit.id);
	const seen = visit.seen || (before?.seen ?? false);
	return [...progress.filter(({ id }) => id !== visit.id), { ...visit, seen }];
}

/** What to open now, of lessons in the order in which they are best taken; `first` where nothing was opened before. */
export function suggestion(
	order: readonly string[],
	progress: Progress,
	first: string
): Suggestion {
	const known = progress.filter(({ id }) => order.includes(id));
	const last = known.at(-1);
	if (!last) return { id: first, why: 'start' };
	if (!last.seen && last.atMs >= leastMs) return { id: last.id, why: 'continue', atMs: last.atMs };
	const seen = new Set(known.filter((each) => each.seen).map(({ id }) => id));
	const place = order.indexOf(last.id);
	const ahead = [...order.slice(place + (last.seen ? 1 : 0)), ...order.slice(0, place)];
	const next = ahead.find((id) => !seen.has(id));
	return next === undefined ? { id: first, why: 'again' } : { id: next, why: 'next' };
}

/** Progress as it was kept; nothing where it was not, or can't be read. */
export function progressOf(text: string | null): Progress {
	try {
		const kept: unknown = JSON.parse(text ?? '[]');
		return Array.isArray(kept) ? kept.filter(isProgress) : [];
	} catch {
		return [];
	}
}

function isProgress(one: unknown): one is LessonProgress {
	if (typeof one !== 'object' || one === null) return false;
	const { id, atMs, endMs, seen } = one as Partial<Record<keyof LessonProgress, unknown>>;
	return (
		typeof id === 'string' &&
		Number.isFinite(atMs) &&
		Number.isFinite(endMs) &&
		typeof seen === 'boolean'
	);
}
