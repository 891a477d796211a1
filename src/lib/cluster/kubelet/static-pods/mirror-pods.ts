import type { ApiClient } from '#lib/kubernetes/api-client.ts';
import type { Node, Pod } from '#lib/kubernetes/pod.ts';
import { isStatus } from '#lib/kubernetes/status.ts';
import { keyOf } from '../../informer.ts';
import { isMirrorOf, mirrorAnnotation } from './static-pod.ts';

/**
 * What the API server shows of a node's static Pods: objects that the kubelet makes, and makes again. They are for looking at
 * only. Models pkg/kubelet/pod/mirror_client.go and kubelet.go tryReconcileMirrorPods.
 */
export class MirrorPods {
	/** As the API server last told of them, by `namespace/name`. */
	private readonly known = new Map<string, Pod>();
	private nodeUid: string | undefined;

	constructor(
		private readonly client: ApiClient,
		private readonly node: string
	) {}

	hear(after: Pod | null, before: Pod | null): void {
		if (after !== null) this.known.set(keyOf(after), after);
		else if (this.of(before!)?.metadata.uid === before!.metadata.uid)
			this.known.delete(keyOf(before!));
	}

	/** The mirror of a static Pod, if it has one. */
	of(pod: Pod): Pod | undefined {
		return this.known.get(keyOf(pod));
	}

	list(): readonly Pod[] {
		return [...this.known.values()];
	}

	/** Makes the mirror that is missing, and another in place of one that goes or was made of another file. */
	reconcile(pod: Pod, then: () => void): void {
		const mirror = this.of(pod);
		if (mirror === undefined) return this.create(pod, then);
		const isGoing = mirror.metadata.deletionTimestamp !== undefined;
		if (!isGoing && isMirrorOf(mirror, pod)) return then();
		this.remove(mirror, mirror.metadata.uid, () => this.create(pod, then));
	}

	/** @param uid only one of this uid may go; without it, whichever has the name */
	remove({ metadata: { namespace, name } }: Pod, uid: string | undefined, then: () => void): void {
		const path = `/api/v1/namespaces/${namespace}/pods/${name}`;
		const preconditions = uid === undefined ? {} : { uid };
		const body = { kind: 'DeleteOptions', apiVersion: 'v1', gracePeriodSeconds: 0, preconditions };
		this.client.request({ method: 'DELETE', path, body }, () => then());
	}

	private create(pod: Pod, then: () => void): void {
		this.withNodeUid((uid) => {
			const { uid: hash, ...metadata } = pod.metadata;
			const owner = { apiVersion: 'v1', kind: 'Node', name: this.node, uid, controller: true };
			const body = {
				kind: 'Pod',
				apiVersion: 'v1',
				metadata: {
					...metadata,
					annotations: { ...metadata.annotations, [mirrorAnnotation]: hash },
					ownerReferences: [owner]
				},
				spec: pod.spec
			};
			const path = `/api/v1/namespaces/${metadata.namespace}/pods`;
			this.client.request({ method: 'POST', path, body }, () => then());
		});
	}

	/** A mirror belongs to its node: with the Node object it goes. */
	private withNodeUid(then: (uid: string) => void): void {
		if (this.nodeUid !== undefined) return then(this.nodeUid);
		this.client.request({ method: 'GET', path: `/api/v1/nodes/${this.node}` }, ({ body }) => {
			if (isStatus(body)) return then('');
			const uid = (body as Node).metadata.uid ?? '';
			this.nodeUid = uid;
			then(uid);
		});
	}
}
