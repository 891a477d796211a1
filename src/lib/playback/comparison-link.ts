import { locales, type Locale } from '#lib/i18n/locale.ts';
import { usualSettings, type RolloutSettings } from '#lib/source/rollout-settings.ts';
import type { Scenario } from '#lib/source/scenario.ts';
import { stateIn } from './address.ts';
import { speeds, type Speed } from './speed.ts';

/** What a link to a comparison says. */
export interface ComparisonLink {
	/** Cluster time since the story's start, ms. */
	readonly atMs?: number;
	readonly locale?: Locale;
	readonly speed?: Speed;
	readonly projector?: boolean;
	/** One strategy alone; both when it isn't said. */
	readonly only?: 'RollingUpdate' | 'Recreate';
	/** Settings that aren't the usual ones. */
	readonly settings?: Partial<RolloutSettings>;
	/** A story and another command in it, in place of strategies. */
	readonly fork?: { readonly base: Scenario; readonly atMs: number; readonly run: string };
	/** Which telling of the stories the moment is of, see `linkVersion`. */
	readonly version?: string;
}

/** The part of a link after `#`. */
export function encodeComparisonLink(link: ComparisonLink): string {
	const parameters = new URLSearchParams();
	if (link.atMs !== undefined) parameters.set('at', String(Math.round(link.atMs * 1000) / 1000));
	if (link.locale) parameters.set('lang', link.locale);
	if (link.speed && link.speed !== 1) parameters.set('speed', String(link.speed));
	if (link.projector) parameters.set('size', 'large');
	if (link.only) parameters.set('only', link.only);
	if (link.settings && Object.keys(link.settings).length > 0) {
		parameters.set('with', JSON.stringify(link.settings));
	}
	if (link.fork) parameters.set('fork', JSON.stringify(link.fork));
	if (link.version) parameters.set('v', link.version);
	return parameters.toString();
}

/** Reads what stands after `#`; what can't be understood is left out. */
export function decodeComparisonLink(hash: string): ComparisonLink {
	const parameters = new URLSearchParams(stateIn(hash));
	const at = parameters.get('at');
	const locale = locales.find((each) => each === parameters.get('lang'));
	const speed = speeds.find((each) => String(each) === parameters.get('speed'));
	const only = (['RollingUpdate', 'Recreate'] as const).find(
		(each) => each === parameters.get('only')
	);
	const settings = readSettings(parameters.get('with'));
	const fork = readFork(parameters.get('fork'));
	const version = parameters.get('v');
	return {
		...(at !== null && Number.isFinite(Number(at)) && { atMs: Number(at) }),
		...(locale && { locale }),
		...(speed && { speed }),
		...(parameters.get('size') === 'large' && { projector: true }),
		...(only && { only }),
		...(settings && { settings }),
		...(fork && { fork }),
		...(version && { version })
	};
}

/** Only what differs from the usual settings. */
export function unusual(settings: RolloutSettings): Partial<RolloutSettings> {
	return Object.fromEntries(
		Object.entries(settings).filter(
			([name, value]) =>
				JSON.stringify(value) !== JSON.stringify(usualSettings[name as keyof RolloutSettings])
		)
	);
}

function read(text: string | null): unknown {
	try {
		return text === null ? undefined : JSON.parse(text);
	} catch {
		return undefined;
	}
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
	typeof value === 'object' && value !== null && !Array.isArray(value);

/** Fields of the right type; the others keep their usual value. */
function readSettings(text: string | null): Partial<RolloutSettings> | undefined {
	const value = read(text);
	if (!isRecord(value)) return undefined;
	return Object.fromEntries(
		Object.entries(value).filter(([name, part]) => {
			if (!Object.hasOwn(usualSettings, name)) return false;
			if (name === 'steps') return isSteps(part);
			return typeof part === typeof usualSettings[name as keyof RolloutSettings];
		})
	);
}

function isSteps(value: unknown): boolean {
	return (
		Array.isArray(value) &&
		value.every(
			(step) => isRecord(step) && typeof step.atMs === 'number' && typeof step.run === 'string'
		)
	);
}

function readFork(text: string | null): ComparisonLink['fork'] {
	const value = read(text);
	if (!isRecord(value) || typeof value.atMs !== 'number' || typeof value.run !== 'string') {
		return undefined;
	}
	const { base } = value;
	const isScenario =
		isRecord(base) &&
		typeof base.seed === 'number' &&
		Array.isArray(base.nodes) &&
		isSteps(base.steps);
	return isScenario
		? { base: base as unknown as Scenario, atMs: value.atMs, run: value.run }
		: undefined;
}
