import type { Step } from './scenario.ts';

/** What a person can turn about an update of one Deployment under traffic. Seconds unless the name says otherwise. */
export interface RolloutSettings {
	readonly replicas: number;
	/** As typed: a number, or a percentage; whether it makes sense is for the API server to say. */
	readonly maxSurge: string;
	readonly maxUnavailable: string;
	readonly minReadySeconds: number;
	readonly hasProbe: boolean;
	/** `initialDelaySeconds` of the readiness probe. */
	readonly readinessDelay: number;
	/** From the program's start until it listens. */
	readonly startUp: number;
	readonly grace: number;
	/** 0: no preStop hook. */
	readonly preStop: number;
	readonly handlesTerm: boolean;
	readonly requestsPerSecond: number;
	/** The new version never gets ready. */
	readonly isBroken: boolean;
	/** What is typed after the Deployment is there, in order of time. */
	readonly steps: readonly Step[];
}

/** The command that starts the update. */
export function updateCommand({ isBroken }: Pick<RolloutSettings, 'isBroken'>): string {
	return `kubectl set image deployment/web web=web:${isBroken ? 'v2-broken' : 'v2'}`;
}

/** The command that takes it back. */
export const undoCommand = 'kubectl rollout undo deployment/web';

/** When the update starts unless someone says otherwise, ms of the story. */
const usualUpdateMs = 8000;

/** Four replicas, a probe each second, a program that ends at once on SIGTERM: as in the recordings of a real cluster. */
export const usualSettings: RolloutSettings = {
	replicas: 4,
	maxSurge: '25%',
	maxUnavailable: '25%',
	minReadySeconds: 0,
	hasProbe: true,
	readinessDelay: 0,
	startUp: 2,
	grace: 30,
	preStop: 0,
	handlesTerm: true,
	requestsPerSecond: 20,
	isBroken: false,
	steps: [{ atMs: usualUpdateMs, run: updateCommand({ isBroken: false }) }]
};

/** The same settings with a version that is broken, or is not: in its commands too. */
export function withBroken(settings: RolloutSettings, isBroken: boolean): RolloutSettings {
	const [before, after] = [settings.isBroken, isBroken].map((broken) =>
		updateCommand({ isBroken: broken })
	);
	const steps = settings.steps.map((step) =>
		step.run === before ? { ...step, run: after! } : step
	);
	return { ...settings, isBroken, steps };
}

/** The same settings with one more command at a moment; what was to come after it is given up. */
export function withCommandAt(
	settings: RolloutSettings,
	atMs: number,
	run: string
): RolloutSettings {
	const earlier = settings.steps.filter((step) => step.atMs < atMs);
	return { ...settings, steps: [...earlier, { atMs, run }] };
}
