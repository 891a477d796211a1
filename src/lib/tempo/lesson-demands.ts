import { formatMessage } from '#lib/i18n/message.ts';
import type { ActorId } from '#lib/trace/event.ts';
import type { Topic } from '#lib/trace/narration-topic.ts';
import { narrationOf } from '#lib/trace/narration.ts';
import { ranksOf } from '#lib/trace/rank.ts';
import type { Trace } from '#lib/trace/trace.ts';

/** "From here to there, take at least so long on the screen." */
export interface Demand {
	readonly fromMs: number;
	readonly toMs: number;
	readonly screenMs: number;
	/** Something travels meanwhile: waits beside it are stretched before it is. */
	readonly moves: boolean;
}

const messageMs = 650;
const stageMs = 420;
/** Of what controllers write the way is followed, not each stage: it is much, and always the same. */
const quickStageMs = 90;
const decisionMs = 2400;
const pullMs = 2800;
/** What a command says that asks nobody: nothing travels meanwhile, but it is to be read. */
const localAnswerMs = 3200;
const localAnswerLastsMs = 1200;

/** What a lesson needs to be followed by eye: each hop, each stage of a request, each decision, each pull. */
export function lessonDemands(trace: Trace): readonly Demand[] {
	const demands: Demand[] = [];
	const ranks = ranksOf(trace);
	const stages = new Map<ActorId, number>();
	const byController = new Set<ActorId>();
	/** Commands that have asked the API server, or whose answer is known. */
	const settled = new Set<ActorId>();
	const add = (fromMs: number, toMs: number, screenMs: number, moves = false) => {
		const from = Math.max(fromMs, trace.header.startMs);
		const to = Math.min(toMs, trace.header.endMs);
		if (to > from) demands.push({ fromMs: from, toMs: to, screenMs, moves });
	};
	let decidedAtMs: number | null = null;
	for (const event of trace.events) {
		if (ranks[event.seq] !== 'story') continue;
		if (decidedAtMs !== null && event.atMs > decidedAtMs) {
			add(decidedAtMs, event.atMs, decisionMs);
			decidedAtMs = null;
		}
		if (event.kind === 'output' && event.stream !== 'input' && !settled.has(event.actor)) {
			settled.add(event.actor);
			add(event.atMs, event.atMs + localAnswerLastsMs, localAnswerMs);
		}
		if (event.kind === 'message') {
			settled.add(event.from);
			add(event.sentAtMs, event.receivedAtMs, messageMs, true);
			if (event.content.type === 'request' && event.from === 'controller-manager') {
				byController.add(`request/${event.content.id}`);
			}
		} else if (event.kind === 'decision') {
			decidedAtMs = event.atMs;
		} else if (event.kind === 'transition' && event.machine === 'api-request') {
			const sinceMs = stages.get(event.actor);
			const screenMs = byController.has(event.actor) ? quickStageMs : stageMs;
			if (sinceMs !== undefined) add(sinceMs, event.atMs, screenMs);
			stages.set(event.actor, event.atMs);
		} else if (event.kind === 'local' && event.fact.type === 'image-pull-started') {
			add(event.atMs, event.fact.endsAtMs, pullMs);
		}
	}
	return demands;
}

/** Sentences about what happens inside the API server follow each other quickly, and so does what was told before. */
const quickTopics: ReadonlySet<Topic> = new Set<Topic>([
	'typed',
	'authenticates',
	'authorizes',
	'mutates',
	'validates',
	'stores'
]);
const readingMs = 2100;
const quickReadingMs = 1400;
/** A sentence of more characters than this needs longer, in proportion. */
const longSentence = 100;
const perCharacterMs = 26;

/** What a caption needs to be read before the next one takes its place. */
export function readingDemands(trace: Trace): readonly Demand[] {
	const told = narrationOf(trace);
	const demands: Demand[] = [];
	const read = new Set<Topic>();
	told.forEach(({ topic, atMs }, i) => {
		const toMs = told[i + 1]?.atMs ?? trace.header.endMs;
		const isQuick = read.has(topic) || quickTopics.has(topic);
		const screenMs = isQuick ? quickReadingMs : firstReadingMs(topic);
		read.add(topic);
		if (toMs > atMs) demands.push({ fromMs: atMs, toMs, screenMs, moves: false });
	});
	return demands;
}

/** In whichever language it is read: the English sentence stands for all. */
function firstReadingMs(topic: Topic): number {
	const { length } = formatMessage('en', `caption.${topic}`);
	return length > longSentence ? length * perCharacterMs : readingMs;
}
