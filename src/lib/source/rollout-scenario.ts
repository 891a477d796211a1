import type { RolloutSettings } from './rollout-settings.ts';
import type { NodeSize, Scenario } from './scenario.ts';

export type Strategy = 'RollingUpdate' | 'Recreate';

/** The client begins when the first Pods may be ready, ms of the story. */
const trafficFromMs = 5000;
/** After the last command, the least that is shown, ms. */
const leastAfterMs = 14_000;
const longestMs = 180_000;

/** What is applied: a Deployment with these settings, and the Service in front of it. */
export function rolloutManifest(settings: RolloutSettings, strategy: Strategy): string {
	const { replicas, minReadySeconds, grace, preStop } = settings;
	const rolling = [
		'    rollingUpdate:',
		`      maxSurge: ${scalar(settings.maxSurge)}`,
		`      maxUnavailable: ${scalar(settings.maxUnavailable)}`
	];
	const probe = [
		'        readinessProbe:',
		'          httpGet: {path: /, port: 80}',
		'          periodSeconds: 1',
		...(settings.readinessDelay > 0
			? [`          initialDelaySeconds: ${settings.readinessDelay}`]
			: [])
	];
	const hook = ['        lifecycle:', `          preStop: {sleep: {seconds: ${preStop}}}`];
	const ignores = ['        - {name: IGNORE_TERM, value: "1"}'];
	return [
		'apiVersion: apps/v1',
		'kind: Deployment',
		'metadata:',
		'  name: web',
		'spec:',
		`  replicas: ${replicas}`,
		...(minReadySeconds > 0 ? [`  minReadySeconds: ${minReadySeconds}`] : []),
		'  strategy:',
		`    type: ${strategy}`,
		...(strategy === 'RollingUpdate' ? rolling : []),
		'  selector:',
		'    matchLabels: {app: web}',
		'  template:',
		'    metadata:',
		'      labels: {app: web}',
		'    spec:',
		`      terminationGracePeriodSeconds: ${grace}`,
		'      containers:',
		'      - name: web',
		'        image: web:v1',
		'        ports: [{containerPort: 80}]',
		'        env:',
		`        - {name: START_DELAY, value: ${settings.startUp}s}`,
		...(settings.handlesTerm ? [] : ignores),
		...(settings.hasProbe ? probe : []),
		...(preStop > 0 ? hook : []),
		'---',
		'apiVersion: v1',
		'kind: Service',
		'metadata: {name: web}',
		'spec:',
		'  selector: {app: web}',
		'  ports: [{port: 80}]',
		''
	].join('\n');
}

/** A number as it is; anything else as text, so that it reaches the API server as it was typed. */
function scalar(typed: string): string {
	const text = typed.trim();
	return /^-?\d+$/.test(text) ? text : JSON.stringify(text);
}

/** The whole story: apply, then the commands of the settings, under requests. */
export function rolloutScenario(
	settings: RolloutSettings,
	strategy: Strategy,
	nodes: readonly NodeSize[]
): Scenario {
	const untilMs = endOf(settings, strategy);
	return {
		seed: 1,
		nodes,
		imagesPresent: ['web:v1', 'web:v2', 'web:v2-broken'],
		files: { 'web.yaml': rolloutManifest(settings, strategy) },
		steps: [{ atMs: 0, run: 'kubectl apply -f web.yaml' }, ...settings.steps],
		...(settings.requestsPerSecond > 0 && {
			traffic: [
				{
					service: 'default/web',
					perSecond: settings.requestsPerSecond,
					fromMs: trafficFromMs,
					untilMs: untilMs - 500
				}
			]
		}),
		untilMs
	};
}

/** Long enough for the last command to take its effect, however the settings slow it down. */
function endOf(settings: RolloutSettings, strategy: Strategy): number {
	const { replicas, startUp, readinessDelay, minReadySeconds, preStop, grace, handlesTerm } =
		settings;
	const last = settings.steps.at(-1)?.atMs ?? 0;
	const ending = Math.min(grace, preStop + (handlesTerm ? 0 : grace));
	const oneWave = startUp + readinessDelay + minReadySeconds + 1.5;
	const waves = strategy === 'Recreate' ? 1 : 1 + Math.ceil(replicas / waveSize(settings));
	// Controllers may ask for 20 Pods a second to be made, and as many to be deleted.
	const asking = replicas / 10;
	const needed = (waves * oneWave + ending + asking) * 1000;
	return last + Math.min(longestMs, Math.max(leastAfterMs, needed + 4000));
}

/** About how many Pods are replaced at a time. */
function waveSize({ replicas, maxSurge, maxUnavailable }: RolloutSettings): number {
	const count = (typed: string) => {
		const [, digits, percent] = /^\s*(\d+)(%?)\s*$/.exec(typed) ?? [];
		return percent ? (Number(digits) * replicas) / 100 : Number(digits ?? 0);
	};
	return Math.max(1, Math.ceil(count(maxSurge)) + Math.floor(count(maxUnavailable)));
}
