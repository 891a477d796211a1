import type { Scenario, Step } from '#lib/source/scenario.ts';
import { simulate } from '#lib/source/simulate.ts';

const hashLabel = 'pod-template-hash';
/** e.g. `web-<hash1>-<2>`. */
const placeholder = /<hash(\d+)>-<(\d+)>/;

/** Commands that name a Pod by its number get the name that it has by then in the simulation. */
export function withPodNames(scenario: Scenario): Scenario {
	const steps: Step[] = [];
	for (const step of scenario.steps) {
		const isPlain = !placeholder.test(step.run);
		steps.push(isPlain ? step : { ...step, run: named(step, { ...scenario, steps }) });
	}
	return { ...scenario, steps };
}

function named({ run, atMs }: Step, before: Scenario): string {
	const hashes: string[] = [];
	const pods = new Map<string, string[]>();
	for (const event of simulate({ ...before, steps: [...before.steps], untilMs: atMs }).events) {
		if (event.kind !== 'write' || event.previous !== null || event.object === null) continue;
		const { kind, metadata } = event.object;
		const hash = metadata.labels?.[hashLabel];
		if (hash === undefined) continue;
		if (kind === 'ReplicaSet') hashes.push(hash);
		if (kind === 'Pod') pods.set(hash, [...(pods.get(hash) ?? []), metadata.name ?? '']);
	}
	return run.replaceAll(new RegExp(`\\S*${placeholder.source}`, 'g'), (word) => {
		const [, hash = '', pod = ''] = placeholder.exec(word) ?? [];
		return pods.get(hashes[Number(hash) - 1] ?? '')?.[Number(pod) - 1] ?? word;
	});
}
