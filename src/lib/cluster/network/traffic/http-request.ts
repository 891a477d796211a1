import type { ActorId, Seq, TrafficContent } from '#lib/trace/event.ts';
import type { Timer } from '../../kernel/event-queue.ts';
import type { Kernel } from '../../kernel/kernel.ts';
import type { KubeProxy } from '../kube-proxy/kube-proxy.ts';
import type { Verdict } from '../kube-proxy/service-rules.ts';
import type { PodNetwork } from '../pod-network.ts';

/** Who asks, and from where. */
export interface Caller {
	readonly kernel: Kernel;
	readonly actor: ActorId;
	readonly node: string;
	readonly address: string;
	readonly proxyOf: (node: string) => KubeProxy | undefined;
	readonly network: PodNetwork;
}

/** What is asked. */
export interface Question {
	/** `namespace/name` of the Service. */
	readonly service: string;
	readonly port: number;
	readonly path: string;
	/** How long to wait for an answer, ms. */
	readonly timeoutMs: number;
}

/** What became of a request. */
export interface Fate {
	readonly outcome: 'answered' | 'refused' | 'timeout' | 'reset';
	/** `namespace/name` of the Pod that a rule picked, where one was. */
	readonly pod?: string;
	readonly code?: number;
	readonly version?: string;
	readonly body?: string;
}

/** One way between two machines, ms. */
const hopMs = 1;

/**
 * One HTTP request over a connection of its own: the rules of the caller's node pick a Pod once; what is there when the packet
 * arrives decides. A program answers; no program refuses (RST); no Pod any more, and the packet is lost; a program that ends
 * meanwhile leaves a broken connection.
 */
export class HttpRequest {
	private readonly id: number;
	private pod: string | undefined;
	private readonly timer: Timer;
	private over = false;
	/** The message that travelled last: what a time-out is due to. */
	private last: Seq | null = null;

	constructor(
		private readonly caller: Caller,
		private readonly question: Question,
		private readonly onEnd: (fate: Fate, id: number) => void
	) {
		const { kernel, network } = caller;
		this.id = network.nextRequestId();
		this.timer = kernel.after(question.timeoutMs, () =>
			kernel.because(this.last, () => this.end({ outcome: 'timeout' }))
		);
	}

	/** To an address: of a Pod, directly, or of a Service, through the rules of the caller's node. */
	toAddress(address: string): void {
		const { network, node, address: from } = this.caller;
		const { port } = this.question;
		// The name of a headless Service gives the Pods' own addresses: no rule is asked.
		const pod = network.nameOf(address);
		if (pod !== undefined) return this.reach(this.caller.actor, pod, address, port);
		this.through(node, (proxy) => proxy.connect(address, port, from));
	}

	/** From outside to a port of a node. */
	toNode(node: string): void {
		const { address } = this.caller;
		this.through(node, (proxy) => proxy.connectToNode(this.question.port, address));
	}

	/** The name that was asked stands for nothing: there is nobody to ask. */
	toNobody(): void {
		this.end({ outcome: 'refused' });
	}

	private through(node: string, ask: (proxy: KubeProxy) => Verdict): void {
		const proxy = this.caller.proxyOf(node);
		if (this.over || proxy === undefined) return;
		const router = `kube-proxy/${node}`;
		this.hop(this.caller.actor, router, 'request', () => {
			const verdict = ask(proxy);
			if (verdict.type === 'reject') return this.back(router, 'refusal', { outcome: 'refused' });
			if (verdict.type === 'drop') return;
			const { pod, ip, port } = verdict.endpoint;
			this.reach(router, pod, ip, port);
		});
	}

	private reach(from: ActorId, name: string, ip: string, port: number): void {
		this.pod = name;
		const pod = `pod/${name}`;
		this.hop(from, pod, 'request', () => {
			const dialled = this.caller.network.dial(ip, port);
			if (dialled.type === 'lost') return;
			if (dialled.type === 'refused') return this.back(pod, 'refusal', { outcome: 'refused' });
			dialled.listener.request(this.question.path, (ended) => {
				if (this.over) return;
				if ('reset' in ended) return this.back(pod, 'reset', { outcome: 'reset' });
				this.back(pod, 'response', { outcome: 'answered', ...ended.answer });
			});
		});
	}

	private back(from: ActorId, hop: TrafficContent['hop'], fate: Fate): void {
		this.hop(from, this.caller.actor, hop, () => this.end(fate), fate.code);
	}

	private hop(
		from: ActorId,
		to: ActorId,
		hop: TrafficContent['hop'],
		onArrival: () => void,
		code?: number
	): void {
		const content: TrafficContent = {
			type: 'traffic',
			id: this.id,
			hop,
			service: this.question.service,
			...(this.pod === undefined ? undefined : { pod: this.pod }),
			...(code === undefined ? undefined : { code })
		};
		this.last = this.caller.kernel.send(from, to, 'traffic', content, hopMs, onArrival);
	}

	private end(fate: Fate): void {
		if (this.over) return;
		this.over = true;
		this.timer.cancel();
		this.onEnd(this.pod === undefined ? fate : { ...fate, pod: this.pod }, this.id);
	}
}
