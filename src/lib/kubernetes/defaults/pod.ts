import type { Container, Pod, PodSpec } from '../pod.ts';
import { isSidecar } from '../pod-status/container-status.ts';
import {
	addQuantity,
	compareQuantity,
	formatQuantity,
	parseQuantity,
	type Quantity
} from '../quantity.ts';
import { defaultContainer } from './container.ts';
import { filledOnce } from './filled-once.ts';
import { defaultPodStatus } from './pod-status.ts';
import { defaultVolume } from './volume.ts';

type Texts = Readonly<Record<string, string>>;

/** A Pod with what the API server fills in before admission. Models pkg/apis/core/v1/defaults.go SetDefaults_Pod. */
export function defaultPod(pod: Pod): Pod {
	return {
		...pod,
		spec: filledOnce(pod.spec, defaultOwnSpec),
		...(pod.status && { status: defaultPodStatus(pod.status) })
	};
}

/** What a Pod has and a Pod template hasn't. */
function defaultOwnSpec(given: PodSpec): PodSpec {
	const filled = defaultPodSpec(given);
	const spec: PodSpec = {
		...filled,
		...(filled.initContainers && { initContainers: filled.initContainers.map(withRequests) }),
		containers: filled.containers.map(withRequests),
		enableServiceLinks: filled['enableServiceLinks'] ?? true
	};
	const own = spec['resources'] as Container['resources'];
	return own?.limits ? { ...spec, resources: withPodRequests(spec, own) } : spec;
}

/** What is limited and not asked for is asked for. */
function withRequests(container: Container): Container {
	const { resources } = container;
	if (!resources?.limits) return container;
	const requests = { ...resources.limits, ...resources.requests };
	return { ...container, resources: { ...resources, requests } };
}

/** What a Pod's spec and that of a Pod template get alike. Models SetDefaults_PodSpec. */
export function defaultPodSpec(given: PodSpec): PodSpec {
	return filledOnce(given, fillSpec);
}

function fillSpec(given: PodSpec): PodSpec {
	const hostNetwork = given.hostNetwork ?? false;
	const fill = (container: Container) => defaultContainer(container, hostNetwork);
	const grace = given.terminationGracePeriodSeconds ?? 30;
	const account = given.serviceAccountName ?? given['serviceAccount'];
	return {
		...given,
		...(given.volumes && { volumes: given.volumes.map(defaultVolume) }),
		...(given.initContainers && { initContainers: given.initContainers.map(fill) }),
		containers: (given.containers ?? []).map(fill),
		...(given['ephemeralContainers'] !== undefined && {
			ephemeralContainers: (given['ephemeralContainers'] as readonly Container[]).map(fill)
		}),
		restartPolicy: given.restartPolicy ?? 'Always',
		terminationGracePeriodSeconds: grace < 0 ? 1 : grace,
		dnsPolicy: given['dnsPolicy'] ?? 'ClusterFirst',
		...(account !== undefined && {
			serviceAccountName: account as string,
			serviceAccount: account
		}),
		securityContext: given['securityContext'] ?? {},
		schedulerName: given.schedulerName ?? 'default-scheduler'
	};
}

/** Models defaultPodRequests: what the containers ask for, else the Pod's limit. */
function withPodRequests(spec: PodSpec, own: NonNullable<Container['resources']>): object {
	const requests: Record<string, string> = { ...own.requests };
	for (const name of new Set([...namesAsked(spec), ...Object.keys(own.limits ?? {})])) {
		if (name in requests || !isPodLevel(name)) continue;
		const asked = effectiveRequest(spec, name);
		const text = asked ? formatQuantity(asked) : own.limits?.[name];
		if (text !== undefined) requests[name] = text;
	}
	return { ...own, requests };
}

function isPodLevel(name: string): boolean {
	return name === 'cpu' || name === 'memory' || name.startsWith('hugepages-');
}

function namesAsked(spec: PodSpec): string[] {
	return [...(spec.initContainers ?? []), ...spec.containers].flatMap((container) =>
		Object.keys(container.resources?.requests ?? {})
	);
}

function effectiveRequest(spec: PodSpec, name: string): Quantity | undefined {
	let sidecars: Quantity | undefined;
	let highestInit: Quantity | undefined;
	for (const container of spec.initContainers ?? []) {
		const own = requestOf(container, name);
		if (isSidecar(container)) sidecars = sum(sidecars, own);
		highestInit = larger(highestInit, isSidecar(container) ? sidecars : sum(sidecars, own));
	}
	let running = sidecars;
	for (const container of spec.containers) running = sum(running, requestOf(container, name));
	return larger(running, highestInit);
}

function requestOf(container: Container, name: string): Quantity | undefined {
	const text = (container.resources?.requests as Texts | undefined)?.[name];
	return text === undefined ? undefined : parseQuantity(text);
}

function sum(a: Quantity | undefined, b: Quantity | undefined): Quantity | undefined {
	return a && b ? addQuantity(a, b) : (a ?? b);
}

function larger(a: Quantity | undefined, b: Quantity | undefined): Quantity | undefined {
	return a && b ? (compareQuantity(a, b) >= 0 ? a : b) : (a ?? b);
}
