import type { Scenario, Step } from '../scenario.ts';
import type { RecordedRun, RecordedTraffic } from './recording.ts';

const nodes: Scenario['nodes'] = ['worker-1', 'worker-2', 'worker-3'].map((name) => ({
	name,
	cpu: '2',
	memory: '3610176Ki',
	pods: 110
}));
const images = ['web:v1', 'web:v2', 'web:v3', 'web:latest', 'busybox:1.36'];

/**
 * The same steps at the same times on a simulated cluster of the same size; what can't be simulated is left out. What was done
 * before `startMs` comes before the story.
 */
export function replay(run: RecordedRun, startMs = 0): Scenario {
	const steps = run.steps.flatMap(({ atMs, run: line }): Step[] =>
		line === undefined || line.startsWith('(') || / -f -(?:\s|$)/.test(line)
			? []
			: [{ atMs, run: line }]
	);
	const files = run.steps.flatMap(({ file, text = '' }) =>
		file === undefined ? [] : [[file, text] as const]
	);
	const pulled = new Set(
		run.events.flatMap(({ message }) => /^Pulling image "([^"]+)"/.exec(message)?.[1] ?? [])
	);
	const before = steps.filter(({ atMs }) => atMs < startMs);
	return {
		seed: 1,
		nodes,
		imagesPresent: images.filter((image) => !pulled.has(image)),
		...(files.length > 0 && { files: Object.fromEntries(files) }),
		...(startMs > 0 && { before: { steps: before, lastsMs: startMs } }),
		steps: steps
			.filter(({ atMs }) => atMs >= startMs)
			.map((step) => ({ ...step, atMs: step.atMs - startMs })),
		...(run.traffic && { traffic: [trafficOf(run.traffic, startMs)] }),
		untilMs: lastMs(run) + 200 - startMs
	};
}

/** The client sent evenly: its rate is that of a usual span. */
function trafficOf({ bucketMs, counts }: RecordedTraffic, startMs: number) {
	const sums = counts
		.map(([, answers]) => Object.values(answers).reduce((sum, count) => sum + count, 0))
		.sort((a, b) => a - b);
	const usual = sums[Math.floor(sums.length / 2)] ?? 0;
	return {
		service: 'default/web',
		perSecond: Math.max(1, Math.round((usual * 1000) / bucketMs)),
		fromMs: Math.max(0, (counts[0]?.[0] ?? 0) - startMs),
		untilMs: (counts.at(-1)?.[0] ?? 0) + bucketMs - startMs
	};
}

function lastMs({ steps, objects, requests }: RecordedRun): number {
	return Math.max(
		0,
		...steps.map(({ atMs }) => atMs),
		...steps.flatMap(({ lines }) => (lines ?? []).map(([atMs]) => atMs)),
		...requests.map(({ atMs }) => atMs),
		...Object.values(objects).flatMap((versions) => versions.map(({ atMs }) => atMs))
	);
}
