import type { CoreDns } from '../../add-ons/coredns/coredns.ts';
import type { Kernel } from '../../kernel/kernel.ts';
import type { KubeProxy } from '../kube-proxy/kube-proxy.ts';
import type { PodNetwork } from '../pod-network.ts';
import { ServiceAddress } from './service-address.ts';
import { TrafficRequest } from './traffic-request.ts';

/** What a client asks for, and how often. */
export interface TrafficPlan {
	/** `namespace/name` of the Service. */
	readonly service: string;
	/** Default: 80. */
	readonly port?: number;
	/** A node whose `port` is asked from outside (NodePort), instead of the Service's name. */
	readonly viaNode?: string;
	/** Default: `/`. */
	readonly path?: string;
	readonly perSecond: number;
	/** Ms of cluster time. */
	readonly fromMs: number;
	readonly untilMs: number;
	/** How long it waits for an answer, ms. */
	readonly timeoutMs?: number;
}

/** What a request needs of the node that the client is on. */
export interface ClientPlace {
	readonly kernel: Kernel;
	readonly node: string;
	readonly address: string;
	readonly proxyOf: (node: string) => KubeProxy | undefined;
	readonly network: PodNetwork;
	readonly dns: CoreDns;
}

/**
 * An open-loop client on a node: a request each 1 / `perSecond` s, whatever becomes of those before, each over a connection of
 * its own, through the rules of its node.
 */
export class TrafficClient {
	private lastId = 0;

	constructor(private readonly place: ClientPlace) {}

	send(plan: TrafficPlan): void {
		const { kernel } = this.place;
		const address = new ServiceAddress(this.place, plan.service);
		const stepMs = 1000 / plan.perSecond;
		let sent = 0;
		const next = (): void => {
			const dueMs = plan.fromMs + sent * stepMs;
			if (!(dueMs < plan.untilMs)) return;
			kernel.after(dueMs - kernel.nowMs, () => {
				sent++;
				next();
				kernel.because(null, () => this.request(plan, address));
			});
		};
		kernel.because(null, next);
	}

	private request(plan: TrafficPlan, address: ServiceAddress): void {
		const request = new TrafficRequest(this.place, plan, ++this.lastId);
		if (plan.viaNode !== undefined) return request.toNode(plan.viaNode);
		const known = address.current();
		if (known !== undefined) request.toService(known);
		else address.look((found) => request.toService(found));
	}
}
