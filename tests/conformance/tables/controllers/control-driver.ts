import type { ApiRequest, ApiResponse } from '#lib/kubernetes/api-client.ts';
import type { Deployment } from '#lib/kubernetes/deployment.ts';
import type { KubeObject } from '#lib/kubernetes/object.ts';
import type { Condition, Pod } from '#lib/kubernetes/pod.ts';
import type { ReplicaSet } from '#lib/kubernetes/replica-set.ts';
import { collectionPath, resources, resourceOfKind } from '#lib/kubernetes/resources.ts';
import type { ControlNames } from './control-names.ts';
import { type ControlWorld, namespace } from './control-world.ts';

/** One stimulus. */
export interface ControlStep {
	readonly do: string;
	readonly kind?: string;
	readonly name?: string;
	readonly pods?: readonly string[];
	readonly rs?: string;
	readonly count?: number | 'all';
	readonly order?: 'newest';
	readonly index?: number;
	readonly terminating?: boolean;
	readonly node?: string;
	readonly readyAgo?: number;
	readonly readyTime?: string;
	readonly restarts?: number;
	readonly reason?: string;
	readonly message?: string;
	readonly replicas?: number;
	readonly type?: 'strategic' | 'merge' | 'json';
	readonly patch?: unknown;
	readonly object?: KubeObject;
	readonly propagation?: string;
	readonly toRevision?: number;
	readonly seconds?: number;
	readonly settle?: 'max';
	readonly for?: number;
	readonly dryRun?: boolean;
}

export interface KubeletInput {
	readonly bind?: 'manual' | 'auto';
	readonly gone?: 'manual' | 'auto';
}

const contentTypes = {
	strategic: 'application/strategic-merge-patch+json',
	merge: 'application/merge-patch+json',
	json: 'application/json-patch+json'
} as const;

/** The recording's driver took about so long from one Pod to the next. */
const betweenPodsMs = 15;

/** Plays the kubelet, the scheduler and the person. */
export class ControlDriver {
	constructor(
		private readonly world: ControlWorld,
		private readonly names: ControlNames,
		private readonly kubelet: KubeletInput
	) {}

	/** What the person's command was answered; undefined where none was given. */
	act(step: ControlStep): ApiResponse | undefined {
		const { world } = this;
		switch (step.do) {
			case 'create':
				return this.create(step.object!);
			case 'patch':
				return world.request({
					method: 'PATCH',
					path: this.path(step),
					contentType: contentTypes[step.type ?? 'merge'],
					body: step.patch
				});
			case 'scale':
				return world.request({
					method: 'PATCH',
					path: this.path({ kind: 'Deployment', ...step }),
					contentType: contentTypes.merge,
					body: { spec: { replicas: step.replicas } }
				});
			case 'delete':
				return world.request({
					method: 'DELETE',
					path: this.path(step),
					body: {
						kind: 'DeleteOptions',
						apiVersion: 'v1',
						...(step.propagation === undefined
							? undefined
							: { propagationPolicy: step.propagation })
					}
				});
			case 'undo':
				return this.undo(step);
			default:
				this.playNode(step);
				return undefined;
		}
	}

	/** Gives every new Pod a node, unless the steps do. */
	bindNew(): void {
		if (this.kubelet.bind === 'manual') return;
		const waiting = this.pods().filter(
			({ spec, metadata }) => !spec.nodeName && metadata.deletionTimestamp === undefined
		);
		for (const pod of waiting) this.bind(pod, 'node-a');
	}

	/** Really removes what terminates, after the controllers have come to rest; true if there was something. */
	removeTerminating(): boolean {
		if (this.kubelet.gone === 'manual') return false;
		const going = this.terminating();
		for (const pod of going) this.remove(pod);
		return going.length > 0;
	}

	create(object: KubeObject): ApiResponse {
		const body = JSON.parse(JSON.stringify(object).replaceAll('$NS', namespace)) as KubeObject;
		const resource = resourceOfKind(body.apiVersion, body.kind)!;
		return this.world.request({
			method: 'POST',
			path: collectionPath(resource, namespace),
			body
		});
	}

	private path({ kind = '', name = '' }: ControlStep | { kind?: string; name?: string }): string {
		const resource = resources.find((known) => known.kind === kind)!;
		return `${collectionPath(resource, namespace)}/${this.names.real(name)}`;
	}

	private playNode(step: ControlStep): void {
		switch (step.do) {
			case 'bind':
				// Without names it meant Pods that are gone by now.
				for (const pod of step.pods === undefined ? [] : this.chosen(step)) {
					this.bind(pod, step.node!);
				}
				return;
			case 'gone':
				for (const pod of this.counted(this.terminating(), step)) this.remove(pod);
				return;
			case 'deletePods':
				for (const pod of this.chosen(step)) {
					this.world.request({ method: 'DELETE', path: this.podPath(pod) });
				}
				return;
			case 'ready':
			case 'running':
			case 'unready':
			case 'fail':
			case 'succeed':
				for (const pod of this.chosen(step)) {
					this.writeStatus(pod, step);
					this.world.wait(betweenPodsMs, () => this.bindNew());
				}
				return;
			default:
				throw new Error(`There is no step ${step.do}`);
		}
	}

	private pods(): readonly Pod[] {
		return this.world
			.list<Pod>('pods')
			.filter(({ metadata }) => metadata.namespace === namespace)
			.toSorted((a, b) => this.numberOf(a) - this.numberOf(b));
	}

	private numberOf({ metadata }: Pod): number {
		return this.names.pods.indexOf(metadata.name!);
	}

	private terminating(): readonly Pod[] {
		return this.pods().filter(({ metadata }) => metadata.deletionTimestamp !== undefined);
	}

	private chosen(step: ControlStep): readonly Pod[] {
		this.names.learn(this.world.events);
		if (step.pods !== undefined) {
			const wanted = step.pods.map((name) => this.names.real(name));
			return this.pods().filter(({ metadata }) => wanted.includes(metadata.name!));
		}
		const owner = step.rs === undefined ? undefined : this.names.real(step.rs);
		const candidates = this.pods().filter(
			(pod) =>
				(owner === undefined || this.names.ownerOf(pod.metadata.name!) === owner) &&
				(pod.metadata.deletionTimestamp !== undefined) === (step.terminating ?? false) &&
				canBe(pod, step.do)
		);
		return this.counted(step.order === 'newest' ? candidates.toReversed() : candidates, step);
	}

	private counted(pods: readonly Pod[], { count = 'all', index }: ControlStep): readonly Pod[] {
		if (index !== undefined) return pods.slice(index, index + 1);
		return count === 'all' ? pods : pods.slice(0, count);
	}

	private podPath({ metadata }: Pod): string {
		return `/api/v1/namespaces/${namespace}/pods/${metadata.name}`;
	}

	private bind(pod: Pod, node: string): void {
		const target = { kind: 'Node', name: node.replaceAll('$NS', namespace) };
		const body = {
			kind: 'Binding',
			apiVersion: 'v1',
			metadata: { name: pod.metadata.name },
			target
		};
		this.world.request({ method: 'POST', path: `${this.podPath(pod)}/binding`, body });
	}

	private remove(pod: Pod): void {
		const body = { kind: 'DeleteOptions', apiVersion: 'v1', gracePeriodSeconds: 0 };
		this.world.request({ method: 'DELETE', path: this.podPath(pod), body });
	}

	private writeStatus(pod: Pod, step: ControlStep): void {
		const request: ApiRequest = { method: 'GET', path: this.podPath(pod) };
		const fresh = this.world.request(request).body as unknown as Pod;
		const status = statusFor(fresh, step, this.numberOf(pod) + 1, this.world.kernel.wallMs);
		const body = { ...fresh, status: { ...fresh.status, ...status } };
		this.world.request({ method: 'PUT', path: `${this.podPath(pod)}/status`, body });
	}

	/** What `kubectl rollout undo` does. */
	private undo({ name = '', toRevision }: ControlStep): ApiResponse {
		const path = this.path({ kind: 'Deployment', name });
		const { spec, metadata } = this.world.request({ method: 'GET', path })
			.body as unknown as Deployment;
		const revision = (set: KubeObject): number =>
			Number(set.metadata.annotations?.['deployment.kubernetes.io/revision'] ?? 0);
		const sets = this.world
			.list<ReplicaSet>('replicasets')
			.filter((set) => set.metadata.ownerReferences?.some(({ uid }) => uid === metadata.uid))
			.toSorted((a, b) => revision(b) - revision(a));
		const target = sets.find((set) => revision(set) === toRevision) ?? sets[1]!;
		const { 'pod-template-hash': _hash, ...labels } = target.spec.template.metadata?.labels ?? {};
		const template = {
			...target.spec.template,
			metadata: { ...target.spec.template.metadata, labels }
		};
		void spec;
		return this.world.request({
			method: 'PATCH',
			path,
			contentType: contentTypes.json,
			body: [{ op: 'replace', path: '/spec/template', value: template }]
		});
	}
}

/** Whom a step without names means: those that are not yet what it makes of them. */
function canBe({ spec, status }: Pod, what: string): boolean {
	if (!spec.nodeName && what !== 'deletePods') return false;
	const isReady = status.conditions?.some(
		({ type, status: is }) => type === 'Ready' && is === 'True'
	);
	if (status.phase === 'Failed' || status.phase === 'Succeeded') return false;
	if (what === 'ready') return !isReady;
	if (what === 'unready') return isReady ?? false;
	return true;
}

function statusFor(
	{ status, spec }: Pod,
	{ do: what, readyAgo = 0, readyTime, restarts, reason, message }: ControlStep,
	number: number,
	wallMs: number
): Partial<Pod['status']> {
	const now = new Date(wallMs - readyAgo * 1000).toISOString().slice(0, 19) + 'Z';
	const condition = (type: string, is: boolean): Condition => ({
		type,
		status: is ? 'True' : 'False',
		lastProbeTime: null,
		lastTransitionTime: readyTime ?? now
	});
	const others = (status.conditions ?? []).filter(
		({ type }) => type !== 'Ready' && type !== 'ContainersReady'
	);
	const ready = what === 'ready';
	const phase = {
		ready: 'Running',
		running: 'Running',
		unready: 'Running',
		fail: 'Failed',
		succeed: 'Succeeded'
	}[what] as Pod['status']['phase'];
	const podIP = `10.244.${Math.floor(number / 200)}.${(number % 200) + 1}`;
	return {
		phase,
		podIP,
		podIPs: [{ ip: podIP }],
		conditions: [...others, condition('Ready', ready), condition('ContainersReady', ready)],
		...(reason === undefined ? undefined : { reason }),
		...(message === undefined ? undefined : { message }),
		containerStatuses: spec.containers.map(({ name, image = '' }) => ({
			name,
			image,
			imageID: '',
			ready,
			restartCount: restarts ?? 0,
			state: {}
		}))
	};
}
