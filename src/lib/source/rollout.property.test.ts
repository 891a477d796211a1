import fc from 'fast-check';
import { expect, test } from 'vitest';
import { maxSurge, maxUnavailable } from '#lib/cluster/controllers/deployment/fenceposts.ts';
import type { Deployment } from '#lib/kubernetes/deployment.ts';
import type { Pod } from '#lib/kubernetes/pod.ts';
import type { ReplicaSet } from '#lib/kubernetes/replica-set.ts';
import type { Write } from '#lib/trace/event.ts';
import type { Scenario, Step } from './scenario.ts';
import { simulate } from './simulate.ts';

interface Plan {
	readonly replicas: number;
	readonly surge: number | string;
	readonly unavailable: number | string;
	readonly minReadySeconds: number;
	readonly startDelay: number;
	readonly hasProbe: boolean;
	readonly seed: number;
	/** The first is there from the start; each further one is rolled out after that many ms. */
	readonly updates: readonly { readonly image: string; readonly afterMs: number }[];
	/** `kubectl scale`s in between. */
	readonly scales: readonly { readonly to: number; readonly atMs: number }[];
	/** When someone deletes all Pods, ms. */
	readonly deletesAtMs: number | null;
	readonly isRecreate: boolean;
}

const size = fc.oneof(fc.integer({ min: 0, max: 3 }), fc.constantFrom('0%', '25%', '50%', '100%'));
const plans: fc.Arbitrary<Plan> = fc
	.record({
		replicas: fc.integer({ min: 0, max: 6 }),
		surge: size,
		unavailable: size,
		minReadySeconds: fc.constantFrom(0, 0, 2),
		startDelay: fc.constantFrom(0, 1),
		hasProbe: fc.boolean(),
		seed: fc.integer({ min: 1, max: 1000 }),
		updates: fc.array(
			fc.record({
				image: fc.constantFrom('web:v2', 'web:v3', 'web:broken'),
				afterMs: fc.integer({ min: 50, max: 9000 })
			}),
			{ minLength: 1, maxLength: 3 }
		),
		scales: fc.array(
			fc.record({
				to: fc.integer({ min: 0, max: 6 }),
				atMs: fc.integer({ min: 11_000, max: 25_000 })
			}),
			{ maxLength: 1 }
		),
		deletesAtMs: fc.option(fc.integer({ min: 11_000, max: 25_000 })),
		isRecreate: fc.boolean()
	})
	.filter(
		({ surge, unavailable }) => !(parseInt(`${surge}`) === 0 && parseInt(`${unavailable}`) === 0)
	);

const settledMs = 10_000;
/** Here a ReplicaSet has made its Pod 1 ms before another gives one up. */
const deletedInTheMiddle: Plan = {
	replicas: 5,
	surge: 1,
	unavailable: 1,
	minReadySeconds: 0,
	startDelay: 0,
	hasProbe: false,
	seed: 2,
	updates: [
		{ image: 'web:v2', afterMs: 1444 },
		{ image: 'web:v3', afterMs: 4296 }
	],
	scales: [],
	deletesAtMs: 17_635,
	isRecreate: false
};

const untilMs = 75_000;

/** A ReplicaSet that is behind gives up its Pods within so long. */
const longestAboveMs = 100;

function manifest(plan: Plan): string {
	const probe = { httpGet: { path: '/', port: 80 }, periodSeconds: 1 };
	const container = {
		name: 'web',
		image: 'web:v1',
		ports: [{ containerPort: 80 }],
		env: [{ name: 'START_DELAY', value: String(plan.startDelay) }],
		...(plan.hasProbe ? { readinessProbe: probe } : undefined)
	};
	return JSON.stringify({
		apiVersion: 'apps/v1',
		kind: 'Deployment',
		metadata: { name: 'web' },
		spec: {
			replicas: plan.replicas,
			minReadySeconds: plan.minReadySeconds,
			selector: { matchLabels: { app: 'web' } },
			strategy: plan.isRecreate
				? { type: 'Recreate' }
				: {
						type: 'RollingUpdate',
						rollingUpdate: { maxSurge: plan.surge, maxUnavailable: plan.unavailable }
					},
			template: { metadata: { labels: { app: 'web' } }, spec: { containers: [container] } }
		}
	});
}

function scenarioOf(plan: Plan): Scenario {
	let atMs = settledMs;
	const updates = plan.updates.map(({ image, afterMs }): Step => {
		atMs += afterMs;
		return { atMs, run: `kubectl set image deployment/web web=${image}` };
	});
	const scales = plan.scales.map(({ to, atMs: when }): Step => {
		return { atMs: when, run: `kubectl scale deployment web --replicas=${to}` };
	});
	const deletes =
		plan.deletesAtMs === null
			? []
			: [{ atMs: plan.deletesAtMs, run: 'kubectl delete pods -l app=web --wait=false' }];
	return {
		seed: plan.seed,
		nodes: [1, 2, 3].map((n) => ({ name: `worker-${n}`, cpu: '4', memory: '8Gi' })),
		imagesPresent: ['web:v1', 'web:v2', 'web:v3'],
		files: { 'web.json': manifest(plan) },
		steps: [
			{ atMs: 0, run: 'kubectl apply -f web.json' },
			...[...updates, ...scales, ...deletes].sort((a, b) => a.atMs - b.atMs)
		],
		untilMs
	};
}

/** What the API says at one moment. */
class Picture {
	deployment: Deployment | undefined;
	readonly sets = new Map<string, ReplicaSet>();
	readonly pods = new Map<string, Pod>();

	apply({ key, object, previous }: Write): void {
		const kind = (object ?? previous)?.kind;
		if (kind === 'Deployment') this.deployment = (object as Deployment | null) ?? undefined;
		if (kind === 'ReplicaSet') put(this.sets, key, object as ReplicaSet | null);
		if (kind === 'Pod') put(this.pods, key, object as Pod | null);
	}

	/** What the ReplicaSets want together. */
	get wanted(): number {
		return [...this.sets.values()].reduce((sum, { spec }) => sum + (spec.replicas ?? 0), 0);
	}

	get running(): number {
		return [...this.pods.values()].filter(isStaying).length;
	}

	/** Pods that the ReplicaSets have and don't want any more. */
	get toGiveUp(): number {
		const staying = [...this.pods.values()].filter(isStaying);
		return [...this.sets.values()].reduce((sum, { metadata, spec }) => {
			const own = staying.filter((pod) => pod.metadata.ownerReferences?.[0]?.uid === metadata.uid);
			return sum + Math.max(0, own.length - (spec.replicas ?? 0));
		}, 0);
	}

	get ready(): number {
		return [...this.pods.values()].filter((pod) => isStaying(pod) && isReady(pod)).length;
	}
}

function put<T>(map: Map<string, T>, key: string, object: T | null): void {
	if (object === null) map.delete(key);
	else map.set(key, object);
}

function isStaying({ metadata }: Pod): boolean {
	return metadata.deletionTimestamp === undefined;
}

function isReady({ status }: Pod): boolean {
	return (
		status.conditions?.some(({ type, status: is }) => type === 'Ready' && is === 'True') ?? false
	);
}

test('no rollout goes above replicas + surge or below replicas − unavailable, and each comes to its end', () => {
	fc.assert(
		fc.property(plans, (plan) => {
			const { events, header } = simulate(scenarioOf(plan));
			const picture = new Picture();
			const isScaled = plan.scales.length > 0;
			let aboveSinceMs: number | undefined;
			for (const event of events) {
				if (event.kind !== 'write') continue;
				picture.apply(event);
				const { deployment } = picture;
				if (deployment === undefined || isScaled) continue;
				const most = plan.replicas + maxSurge(deployment.spec);
				expect(picture.wanted).toBeLessThanOrEqual(most);
				const above = picture.running - most;
				// The controller counts what the sets want (deployment_util.go NewRSNewReplicas). Pods that are deleted by hand keep
				// the sets busy: one may still have to give up what another was allowed to replace. So much and no more, and only
				// until that set has been looked at.
				if (plan.deletesAtMs === null) expect(above).toBeLessThanOrEqual(0);
				expect(above).toBeLessThanOrEqual(picture.toGiveUp);
				aboveSinceMs = above > 0 ? (aboveSinceMs ?? event.atMs) : undefined;
				if (aboveSinceMs !== undefined) {
					expect(event.atMs - aboveSinceMs).toBeLessThanOrEqual(longestAboveMs);
				}
				const isUntouched = plan.deletesAtMs === null && !plan.isRecreate;
				if (event.atMs < header.startMs + settledMs || !isUntouched) continue;
				const least = plan.replicas - maxUnavailable(deployment.spec);
				expect(picture.ready).toBeGreaterThanOrEqual(least);
			}
			const { deployment } = picture;
			const desired = deployment!.spec.replicas ?? 0;
			const isBroken = plan.updates.at(-1)!.image === 'web:broken' && desired > 0;
			const { status, metadata } = deployment!;
			expect(status.observedGeneration).toBe(metadata.generation);
			if (isBroken) return;
			expect([status.replicas ?? 0, status.updatedReplicas ?? 0]).toEqual([desired, desired]);
			expect(status.availableReplicas ?? 0).toBe(desired);
			expect(picture.running).toBe(desired);
		}),
		{ numRuns: 25, examples: [[deletedInTheMiddle]] }
	);
}, 120_000);
