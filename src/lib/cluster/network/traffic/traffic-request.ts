import type { LocalFact, Seq, TrafficContent } from '#lib/trace/event.ts';
import type { Timer } from '../../kernel/event-queue.ts';
import type { KubeProxy } from '../kube-proxy/kube-proxy.ts';
import type { Verdict } from '../kube-proxy/service-rules.ts';
import type { ClientPlace, TrafficPlan } from './traffic-client.ts';

type Outcome = Extract<LocalFact, { type: 'request-ended' }>['outcome'];

/** One way between two machines, ms. */
const hopMs = 1;

/** How long a client waits for an answer when it says nothing else, ms. */
const defaultTimeoutMs = 1000;

/**
 * One request over a connection of its own: the node's rule picks a Pod once; what is there when the packet arrives decides.
 * A program answers; no program refuses (RST); no Pod any more, and the packet is lost; a program that ends meanwhile leaves a
 * broken connection.
 */
export class TrafficRequest {
	private pod: string | undefined;
	private readonly timer: Timer;
	private readonly sentAtMs: number;
	private over = false;
	/** The message that travelled last: what a time-out is due to. */
	private last: Seq | null = null;

	constructor(
		private readonly place: ClientPlace,
		private readonly plan: TrafficPlan,
		private readonly id: number
	) {
		const { kernel } = place;
		this.sentAtMs = kernel.nowMs;
		this.timer = kernel.after(plan.timeoutMs ?? defaultTimeoutMs, () =>
			kernel.because(this.last, () => this.end('timeout'))
		);
	}

	/** To one of the addresses that the Service's name stands for. With none there is nobody to ask. */
	toService(addresses: readonly string[]): void {
		const { network, node, address: from } = this.place;
		const port = this.plan.port ?? 80;
		const address = addresses[this.id % Math.max(1, addresses.length)];
		if (address === undefined) return this.end('refused');
		// The name of a headless Service gives the Pods' own addresses: no rule is asked.
		const pod = network.nameOf(address);
		if (pod !== undefined) return this.reach('client', pod, address, port);
		this.through(node, (proxy) => proxy.connect(address, port, from));
	}

	/** From outside to a port of a node. */
	toNode(node: string): void {
		const { address } = this.place;
		this.through(node, (proxy) => proxy.connectToNode(this.plan.port ?? 80, address));
	}

	private through(node: string, ask: (proxy: KubeProxy) => Verdict): void {
		const proxy = this.place.proxyOf(node);
		if (this.over || proxy === undefined) return;
		const router = `kube-proxy/${node}`;
		this.hop('client', router, 'request', () => {
			const verdict = ask(proxy);
			if (verdict.type === 'reject') return this.back(router, 'refusal', 'refused');
			if (verdict.type === 'drop') return;
			const { pod, ip, port } = verdict.endpoint;
			this.reach(router, pod, ip, port);
		});
	}

	private reach(from: string, name: string, ip: string, port: number): void {
		this.pod = name;
		const pod = `pod/${name}`;
		this.hop(from, pod, 'request', () => {
			const dialled = this.place.network.dial(ip, port);
			if (dialled.type === 'lost') return;
			if (dialled.type === 'refused') return this.back(pod, 'refusal', 'refused');
			dialled.listener.request(this.plan.path ?? '/', (ended) => {
				if (this.over) return;
				if ('reset' in ended) return this.back(pod, 'reset', 'reset');
				const { code, version } = ended.answer;
				this.back(pod, 'response', code < 500 ? 'served' : 'failed', code, version);
			});
		});
	}

	private back(
		from: string,
		hop: TrafficContent['hop'],
		outcome: Outcome,
		code?: number,
		version?: string
	): void {
		this.hop(from, 'client', hop, () => this.end(outcome, code, version), code);
	}

	private hop(
		from: string,
		to: string,
		hop: TrafficContent['hop'],
		onArrival: () => void,
		code?: number
	): void {
		const content: TrafficContent = {
			type: 'traffic',
			id: this.id,
			hop,
			service: this.plan.service,
			...(this.pod === undefined ? undefined : { pod: this.pod }),
			...(code === undefined ? undefined : { code })
		};
		this.last = this.place.kernel.send(from, to, 'traffic', content, hopMs, onArrival);
	}

	private end(outcome: Outcome, code?: number, version?: string): void {
		if (this.over) return;
		this.over = true;
		this.timer.cancel();
		this.place.kernel.record({
			kind: 'local',
			actor: 'client',
			node: this.place.node,
			fact: {
				type: 'request-ended',
				id: this.id,
				service: this.plan.service,
				outcome,
				sentAtMs: this.sentAtMs,
				...(this.pod === undefined ? undefined : { pod: this.pod }),
				...(code === undefined ? undefined : { code }),
				...(version === undefined ? undefined : { version })
			}
		});
	}
}
