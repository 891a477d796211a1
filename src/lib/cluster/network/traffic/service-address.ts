import type { CoreDns } from '../../add-ons/coredns/coredns.ts';
import { clusterDomain } from '../../add-ons/coredns/kubernetes-zone.ts';
import type { Caller } from './http-request.ts';

/** CoreDNS lets its answers be kept for so long (plugin kubernetes, `ttl 30`), ms. */
const ttlMs = 30_000;

type OnFound = (address: string | undefined) => void;

/** The addresses that a Service's name stands for, asked of the cluster's DNS and kept for a while; used in turn. */
export class ServiceAddress {
	private addresses: readonly string[] = [];
	private validUntilMs = -1;
	private waiting: OnFound[] | undefined;
	private turn = 0;
	private readonly name: string;

	constructor(
		private readonly caller: Caller,
		private readonly dns: CoreDns,
		service: string
	) {
		const [namespace, name] = service.split('/');
		this.name = `${name}.${namespace}.svc.${clusterDomain}`;
	}

	/** Undefined: there is no such name; that is not kept. */
	find(onFound: OnFound): void {
		if (this.caller.kernel.nowMs < this.validUntilMs) onFound(this.next());
		else if (this.waiting !== undefined) this.waiting.push(onFound);
		else {
			this.waiting = [onFound];
			this.look();
		}
	}

	/** Asks, once at a time. */
	private look(): void {
		const { kernel, actor } = this.caller;
		this.dns.ask(actor, this.name, 'A', ({ answers }) => {
			this.addresses = answers.filter(({ type }) => type === 'A').map(({ data }) => data);
			if (this.addresses.length > 0) this.validUntilMs = kernel.nowMs + ttlMs;
			const waiting = this.waiting ?? [];
			this.waiting = undefined;
			for (const found of waiting) found(this.next());
		});
	}

	private next(): string | undefined {
		return this.addresses[this.turn++ % Math.max(1, this.addresses.length)];
	}
}
