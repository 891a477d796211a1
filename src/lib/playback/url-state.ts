import { locales, type Locale } from '#lib/i18n/locale.ts';
import { insideNames, type InsideName } from '#lib/scene/inside/inside-name.ts';
import { stateIn } from './address.ts';
import { speeds, type Speed } from './speed.ts';

/** What someone runs instead of the lesson's own input. */
export interface EditedInput {
	/** Command lines, one a line. */
	readonly commands: string;
	/** Content of the file that the commands name; empty when there is none. */
	readonly manifest: string;
	/** Further files that the commands name, by name. */
	readonly files?: Readonly<Record<string, string>>;
	/** What is left in the editor that a `kubectl edit` opens, by the command line. */
	readonly edits?: Readonly<Record<string, string>>;
	readonly nodes: number;
	/** Kubernetes quantities of each worker. */
	readonly cpu: string;
	readonly memory: string;
}

/** What a link says, beside the lesson, which is the path. */
export interface UrlState {
	/** Cluster time since the story's start, ms. */
	readonly atMs?: number;
	readonly locale?: Locale;
	readonly speed?: Speed;
	readonly view?: 'sequence';
	readonly showAll?: boolean;
	readonly showWatches?: boolean;
	/** What stands opened below the bar; `none` where a lesson begins with something. */
	readonly inside?: InsideName | 'none';
	readonly projector?: boolean;
	readonly input?: EditedInput;
	/** A recording of a real cluster in place of the simulation, or beside it. */
	readonly source?: 'recorded' | 'both';
	/** Which telling of the story the moment is of, see `linkVersion`. */
	readonly version?: string;
}

const isTexts = (value: unknown): boolean =>
	typeof value === 'object' &&
	value !== null &&
	Object.values(value).every((text) => typeof text === 'string');

const isInput = (value: unknown): value is EditedInput => {
	if (typeof value !== 'object' || value === null) return false;
	const { commands, manifest, files, edits, nodes, cpu, memory } = value as Record<string, unknown>;
	if ([files, edits].some((texts) => texts !== undefined && !isTexts(texts))) return false;
	return (
		[commands, manifest, cpu, memory].every((text) => typeof text === 'string') &&
		typeof nodes === 'number'
	);
};

function readInput(text: string | null): EditedInput | undefined {
	if (text === null) return undefined;
	try {
		const value: unknown = JSON.parse(text);
		return isInput(value) ? value : undefined;
	} catch {
		return undefined;
	}
}

/** The part of a link after `#`; empty when there is nothing to say. */
export function encodeUrlState(state: UrlState): string {
	const parameters = new URLSearchParams();
	if (state.atMs !== undefined) parameters.set('at', String(Math.round(state.atMs * 1000) / 1000));
	if (state.locale) parameters.set('lang', state.locale);
	if (state.speed && state.speed !== 1) parameters.set('speed', String(state.speed));
	if (state.view) parameters.set('view', state.view);
	if (state.showAll) parameters.set('show', 'all');
	if (state.showWatches !== undefined) parameters.set('watches', state.showWatches ? 'on' : 'off');
	if (state.inside) parameters.set('inside', state.inside);
	if (state.projector) parameters.set('size', 'large');
	if (state.input) parameters.set('run', JSON.stringify(state.input));
	if (state.source) parameters.set('source', state.source);
	if (state.version) parameters.set('v', state.version);
	return parameters.toString();
}

/** Reads what stands after `#`. What can't be understood is left out; a moment that is no number comes back as NaN. */
export function decodeUrlState(hash: string): UrlState {
	const parameters = new URLSearchParams(stateIn(hash));
	const at = parameters.get('at');
	const speed = speeds.find((each) => String(each) === parameters.get('speed'));
	const locale = locales.find((each) => each === parameters.get('lang'));
	const input = readInput(parameters.get('run'));
	const version = parameters.get('v');
	const source = (['recorded', 'both'] as const).find((one) => one === parameters.get('source'));
	const inside = [...insideNames, 'none' as const].find((one) => one === parameters.get('inside'));
	return {
		...(at !== null && { atMs: at.trim() === '' ? NaN : Number(at) }),
		...(locale && { locale }),
		...(speed && speed !== 1 && { speed }),
		...(parameters.get('view') === 'sequence' && { view: 'sequence' }),
		...(parameters.get('show') === 'all' && { showAll: true }),
		...(parameters.has('watches') && { showWatches: parameters.get('watches') !== 'off' }),
		...(inside && { inside }),
		...(parameters.get('size') === 'large' && { projector: true }),
		...(input && { input }),
		...(source && { source }),
		...(version && { version })
	};
}
