import type { Deployment } from '#lib/kubernetes/deployment.ts';
import type { LabelSelector } from '#lib/kubernetes/labels/selector.ts';
import type { KubeObject } from '#lib/kubernetes/object.ts';
import type { Pod, PodSpec } from '#lib/kubernetes/pod.ts';
import type { ReplicaSet } from '#lib/kubernetes/replica-set.ts';
import { groupOf, type Resource } from '#lib/kubernetes/resources.ts';
import type { Service } from '#lib/kubernetes/service.ts';
import { KubectlError } from '../kubectl-error.ts';
import { goText } from '../output/go-text.ts';

type Labels = Readonly<Record<string, string>>;

const exposable = new Set(['Deployment', 'Pod', 'ReplicaSet', 'ReplicationController', 'Service']);

/**
 * Models kubectl pkg/polymorphichelpers/canbeexposed.go.
 *
 * @throws KubectlError
 */
export function requireExposable(resource: Resource): void {
	if (exposable.has(resource.kind)) return;
	const group = groupOf(resource);
	throw new KubectlError(
		`cannot expose a ${group === '' ? resource.kind : `${resource.kind}.${group}`}`
	);
}

/**
 * The labels by which the Pods behind an object are found.
 *
 * Models mapbasedselectorforobject.go.
 *
 * @throws KubectlError
 */
export function selectorBehind(object: KubeObject): Labels {
	if (object.kind === 'Pod') {
		const { labels = {} } = object.metadata;
		if (Object.keys(labels).length > 0) return labels;
		throw cannotFind('the pod has no labels and cannot be exposed');
	}
	if (object.kind === 'Service') {
		const { selector } = (object as Service).spec;
		if (selector !== undefined) return selector;
		throw cannotFind('the service has no pod selector set');
	}
	const { selector } = object.spec as { readonly selector?: LabelSelector };
	const { matchLabels = {}, matchExpressions = [] } = selector ?? {};
	if (Object.keys(matchLabels).length === 0) {
		const kind = object.kind.toLowerCase();
		throw cannotFind(`invalid ${kind}: no selectors, therefore cannot be exposed`);
	}
	if (matchExpressions.length > 0) {
		const shown = matchExpressions.map(
			({ key, operator, values = [] }) =>
				`{Key:${key} Operator:${operator} Values:${goText(values)}}`
		);
		throw cannotFind(
			`couldn't convert expressions - "[${shown.join(' ')}]" to map-based selector format`
		);
	}
	return matchLabels;
}

function cannotFind(reason: string): KubectlError {
	return new KubectlError(
		`couldn't retrieve selectors via --selector flag or introspection: ${reason}`
	);
}

/** A port that something listens on, with the protocol of each mention. */
export interface ExposedPort {
	readonly port: number;
	readonly protocols: readonly string[];
}

/** Models portsforobject.go and multiprotocolsforobject.go. */
export function portsBehind(object: KubeObject): readonly ExposedPort[] {
	const listed: readonly { readonly port: number; readonly protocol?: string }[] =
		object.kind === 'Service'
			? ((object as Service).spec.ports ?? [])
			: podSpecOf(object).containers.flatMap(({ ports = [] }) =>
					ports.map(({ containerPort, protocol }) => ({ port: containerPort, protocol }))
				);
	const byPort = new Map<number, string[]>();
	for (const { port, protocol = 'TCP' } of listed) {
		const protocols = byPort.get(port) ?? [];
		protocols.push(protocol);
		byPort.set(port, protocols);
	}
	return [...byPort].map(([port, protocols]) => ({ port, protocols }));
}

function podSpecOf(object: KubeObject): PodSpec {
	return object.kind === 'Pod'
		? (object as Pod).spec
		: (object as Deployment | ReplicaSet).spec.template.spec;
}
