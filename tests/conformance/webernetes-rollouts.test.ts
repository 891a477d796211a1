import { describe, expect, it } from 'vitest';
import { simulate } from '#lib/source/simulate.ts';
import type { ReplicaSet } from '#lib/kubernetes/replica-set.ts';
import type { Trace } from '#lib/trace/trace.ts';
import recorded from '../fixtures/webernetes-rollouts.json' with { type: 'json' };

type Setting = (typeof recorded.cases)[number];

/** After so long nothing more changes, ms: Pods start at once, and back-offs are longer than what is waited for. */
const quietAfterMs = 12_000;

function manifest({ replicas, maxSurge, maxUnavailable }: Setting, version: 'v1' | 'v2'): string {
	const container =
		version === 'v1'
			? { name: 'web', image: 'web:v1' }
			: {
					name: 'web',
					image: 'web:v1',
					readinessProbe: { tcpSocket: { port: 81 }, periodSeconds: 1 }
				};
	return JSON.stringify({
		apiVersion: 'apps/v1',
		kind: 'Deployment',
		metadata: { name: 'web' },
		spec: {
			replicas,
			strategy: { type: 'RollingUpdate', rollingUpdate: { maxSurge, maxUnavailable } },
			selector: { matchLabels: { app: 'web' } },
			template: {
				metadata: { labels: { app: 'web', version } },
				spec: { containers: [container] }
			}
		}
	});
}

function play(setting: Setting): Trace {
	return simulate({
		seed: 1,
		nodes: ['worker-1', 'worker-2', 'worker-3'].map((name) => ({ name, cpu: '4', memory: '8Gi' })),
		imagesPresent: ['web:v1'],
		files: { 'v1.json': manifest(setting, 'v1'), 'v2.json': manifest(setting, 'v2') },
		steps: ['v1', 'v2', 'v1'].map((version, i) => ({
			atMs: i * quietAfterMs,
			run: `kubectl apply -f ${version}.json`
		})),
		untilMs: 3 * quietAfterMs
	});
}

/** What the fixture says of one quiet instant, found in a trace. */
function quietAt({ header, events }: Trace, phase: number) {
	const [fromMs, toMs] = [phase, phase + 1].map((i) => header.startMs + i * quietAfterMs);
	const sizes: Record<string, readonly [ready: number, replicas: number]> = {
		v1: [0, 0],
		v2: [0, 0]
	};
	const steps: string[] = [];
	for (const event of events) {
		if (event.kind !== 'write' || !event.key.startsWith('/registry/replicasets/')) continue;
		if (event.atMs > toMs! || !event.object) continue;
		const { spec, status } = event.object as unknown as ReplicaSet;
		const version = spec.template?.metadata?.labels?.version ?? '';
		const replicas = spec.replicas ?? 0;
		if (sizes[version]?.[1] !== replicas && event.atMs > fromMs!) {
			steps.push(`${version} ${replicas}`);
		}
		sizes[version] = [status.readyReplicas ?? 0, replicas];
	}
	return { sizes: `${sizes.v1!.join('/')} ${sizes.v2!.join('/')}`, steps };
}

describe(`a rollout reaches the same quiet instants as with ${recorded.recordedWith}`, () => {
	it.each(
		recorded.cases.map((setting) => {
			const { replicas, maxSurge, maxUnavailable } = setting;
			return [
				`${replicas} replicas, surge ${maxSurge}, unavailable ${maxUnavailable}`,
				setting
			] as const;
		})
	)('%s', (_, setting) => {
		const trace = play(setting);
		const [up, stuck, back] = [0, 1, 2].map((phase) => quietAt(trace, phase));
		expect(up).toEqual(setting.quiet.up);
		expect(stuck).toEqual(setting.quiet.stuck);
		// Taken back, both ReplicaSets may change at once: in which order is not told by the rule.
		expect(back?.sizes).toBe(setting.quiet.back.sizes);
	});
});
