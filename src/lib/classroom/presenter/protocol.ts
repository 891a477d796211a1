import { locales } from '#lib/i18n/locale.ts';
import { keyBindings, type KeyAction } from '#lib/playback/keys.ts';
import { speeds } from '#lib/playback/speed.ts';
import { insideNames } from '#lib/scene/inside/inside-name.ts';
import type { Scenario } from '#lib/source/scenario.ts';
import type { Place } from '../drawing/drawing.svelte.ts';
import type {
	BeatWords,
	DrawnMessage,
	Message,
	PictureState,
	PresenterMessage,
	QuestionState,
	StateMessage,
	StoryMessage
} from './message.ts';
import { flag, listOf, number, oneOf, orNull, record, text, type Shape } from './shape.ts';

/** Windows of another version say other things: they don't hear each other. */
const protocolVersion = 1;

/** What goes from window to window. */
export interface Envelope {
	readonly kinetes: 'presenter';
	readonly version: typeof protocolVersion;
	/** Which audience and its presenter this is; other tabs have others. */
	readonly session: string;
	/** Who sent it, new with every load of a page. */
	readonly from: string;
	/** Counts what a sender sent: whatever arrives on two ways is heard once. */
	readonly count: number;
	readonly message: Message;
}

/** Only what would break whoever runs it: the simulation itself says what else is wrong. */
const scenario = record<Pick<Scenario, 'seed' | 'nodes' | 'steps'>>({
	seed: number,
	nodes: listOf(record({ name: text, cpu: text, memory: text })) as Shape<Scenario['nodes']>,
	steps: listOf(record({ atMs: number, run: text })) as Shape<Scenario['steps']>
}) as Shape<Scenario>;

const story = record<StoryMessage>({
	type: oneOf('story'),
	kind: oneOf('lesson', 'comparison'),
	title: text,
	sides: listOf(record({ title: text, note: text, scenario }))
});

const words = record<BeatWords>({ sentence: text, fact: text, note: text });

const picture = record<PictureState>({
	width: number,
	height: number,
	large: flag,
	view: oneOf('stage', 'sequence'),
	showAll: flag,
	showWatches: flag,
	inside: orNull(oneOf(...insideNames)),
	focus: orNull(text),
	k: number,
	x: number,
	y: number
});

const question = record<QuestionState>({
	ask: text,
	text,
	state: oneOf('later', 'asked', 'told'),
	storyMs: number,
	answers: listOf(record({ say: text, text, right: flag, hands: number }))
});

const state = record<StateMessage>({
	type: oneOf('state'),
	atMs: number,
	phase: oneOf('paused', 'playing', 'scrubbing', 'asked', 'ended'),
	speed: oneOf(...speeds),
	locale: oneOf(...locales),
	presenting: flag,
	blank: flag,
	picture,
	now: words,
	next: orNull(words),
	question: orNull(question)
});

const place = record<Place>({ x: number, y: number });

const drawn = record<DrawnMessage>({
	type: oneOf('drawn'),
	point: orNull(place),
	strokes: listOf(listOf(place))
});

type Of<Type extends PresenterMessage['type']> = Extract<PresenterMessage, { type: Type }>;

const actions = keyBindings.map(({ action }) => action);

const messages: readonly Shape<Message>[] = [
	story,
	state,
	drawn,
	record<Of<'hello'>>({ type: oneOf('hello'), knows: flag }),
	record<Of<'do'>>({ type: oneOf('do'), action: oneOf<KeyAction>(...actions), key: text }),
	record<Of<'seek'>>({ type: oneOf('seek'), atMs: number }),
	record<Of<'choose'>>({ type: oneOf('choose'), ask: text, say: orNull(text) }),
	record<Of<'hands'>>({ type: oneOf('hands'), ask: text, say: text, count: number })
];

const isMessage = (value: unknown): value is Message => messages.some((shape) => shape(value));

const isEnvelope = record<Envelope>({
	kinetes: oneOf('presenter'),
	version: oneOf(protocolVersion),
	session: text,
	from: text,
	count: number,
	message: isMessage as Shape<Message>
});

/** What is sent. */
export function envelope(session: string, from: string, count: number, message: Message): Envelope {
	return { kinetes: 'presenter', version: protocolVersion, session, from, count, message };
}

/** What was heard, when it is a message of this session and version, and whole; else undefined. */
export function readEnvelope(data: unknown, session: string): Envelope | undefined {
	return isEnvelope(data) && data.session === session ? data : undefined;
}

/** Hears each message once, on however many ways it comes. */
export function onlyOnce(): (envelope: Pick<Envelope, 'from' | 'count'>) => boolean {
	const last = new Map<string, number>();
	return ({ from, count }) => {
		if (count <= (last.get(from) ?? 0)) return false;
		last.set(from, count);
		return true;
	};
}
