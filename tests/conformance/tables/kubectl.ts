import type { Deployment } from '#lib/kubernetes/deployment.ts';
import type { KubeObject } from '#lib/kubernetes/object.ts';
import type { Event, Probe } from '#lib/kubernetes/pod.ts';
import { Description } from '#lib/kubectl/describe/description.ts';
import { probeText } from '#lib/kubectl/describe/containers.ts';
import { describeEvents, interval } from '#lib/kubectl/describe/events.ts';
import { type RolloutStatus, rolloutStatus } from '#lib/kubectl/rollout/rollout-status.ts';
import { daemonSetStatus, statefulSetStatus } from '#lib/kubectl/rollout/set-rollout-status.ts';
import { typeLine } from '#lib/kubectl/testing/typed-line.ts';
import { compared, skipped } from '../outcome.ts';
import { computed, type TableRunners } from '../table.ts';
import { runDescribeSections, runStateLines, runReplicaSetText } from './kubectl-descriptions.ts';
import { runMessage } from './kubectl-messages.ts';

interface Rollout {
	readonly name: string;
	readonly generation: number;
	readonly specReplicas: number;
	readonly status: object;
	readonly revision?: number;
}

interface RolledSet {
	readonly kind: string;
	readonly name: string;
	readonly generation: number;
	readonly specReplicas?: number;
	readonly updateStrategy: unknown;
	readonly status: object;
}

const nowMs = Date.parse('2026-01-02T03:04:05Z');

export const kubectlTables: TableRunners = {
	'kubectl-messages': runMessage,
	'kubectl-rollout-status-deployment': computed((input: Rollout) => {
		const { name, generation, specReplicas, status, revision = 0 } = input;
		const { message, isDone } = rolloutStatus(
			{
				kind: 'Deployment',
				metadata: { name, generation },
				spec: { replicas: specReplicas },
				status
			} as unknown as Deployment,
			revision
		);
		return { message, done: isDone };
	}, compared),
	'kubectl-rollout-status-daemonset': computed(
		({ updateStrategy: type, ...set }: RolledSet) =>
			said(() => daemonSetStatus(setOf({ ...set, updateStrategy: { type } }))),
		compared
	),
	'kubectl-rollout-status-statefulset': computed(
		(set: RolledSet) => said(() => statefulSetStatus(setOf(set))),
		compared
	),
	'kubectl-generated-objects': ({ input, expected }) => {
		const { command } = input as { command: string };
		const { bodies, stderr } = typeLine(command, { answer: () => undefined });
		if (bodies.length === 0) return skipped(stderr.trim());
		const { status: _, ...object } = bodies[0] as Record<string, unknown>;
		const { namespace: __, ...metadata } = object.metadata as Record<string, unknown>;
		return compared(expected, { ...object, metadata });
	},
	'kubectl-describe-sections': runDescribeSections,
	'kubectl-describe-details': (entry) => {
		const input = entry.input as Readonly<Record<string, unknown>>;
		if (input.statusReplicas !== undefined) return runReplicaSetText(entry);
		if (['running', 'terminated', 'waiting'].some((state) => state in input)) {
			return runStateLines(entry);
		}
		if (['httpGet', 'exec', 'tcpSocket', 'grpc'].some((check) => check in input)) {
			return compared(entry.expected, probeText(input as Probe));
		}
		if (input.message !== undefined) return compared(entry.expected, messageOf(input));
		if (input.age !== undefined) return compared(entry.expected, ageOf(input));
		return skipped('no part does this yet');
	}
};

function setOf({ kind, name, generation, specReplicas, ...rest }: RolledSet): KubeObject {
	const { updateStrategy, status } = rest;
	const metadata = { name, generation };
	const spec = { replicas: specReplicas, updateStrategy };
	return { apiVersion: 'apps/v1', kind, metadata, spec, status };
}

function said(status: () => RolloutStatus): object {
	try {
		const { message, isDone } = status();
		return { message, done: isDone };
	} catch (error) {
		return { error: (error as Error).message, done: true };
	}
}

function messageOf({ fieldPath, message }: Readonly<Record<string, unknown>>): string {
	const description = new Description();
	const event = { involvedObject: { fieldPath }, message, type: '', reason: '' };
	describeEvents(description, [event as unknown as Event], nowMs);
	return description.toString().trim().split('\n').at(-1)!.split(/ {2,}/).at(-1)!;
}

/** Ages are told in seconds: `5s`, `over: 60s`. */
function ageOf(input: Readonly<Record<string, unknown>>): string {
	const ago = (age: unknown): string =>
		new Date(nowMs - Number.parseInt(String(age), 10) * 1000).toISOString();
	const first = ago(input.over ?? input.first ?? input.age);
	const event = { count: input.count, firstTimestamp: first, lastTimestamp: ago(input.age) };
	return interval(event as unknown as Event, nowMs);
}
