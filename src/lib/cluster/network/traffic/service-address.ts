import { clusterDomain } from '../../add-ons/coredns/kubernetes-zone.ts';
import type { ClientPlace } from './traffic-client.ts';

/** CoreDNS lets its answers be kept for so long (plugin kubernetes, `ttl 30`), ms. */
const ttlMs = 30_000;

/** The addresses that a Service's name stands for, asked of the cluster's DNS and kept for a while. */
export class ServiceAddress {
	private addresses: readonly string[] = [];
	private validUntilMs = -1;
	private waiting: ((addresses: readonly string[]) => void)[] | undefined;
	private readonly name: string;

	constructor(
		private readonly place: ClientPlace,
		service: string
	) {
		const [namespace, name] = service.split('/');
		this.name = `${name}.${namespace}.svc.${clusterDomain}`;
	}

	/** What was found not long ago; undefined: it must be asked for. */
	current(): readonly string[] | undefined {
		return this.place.kernel.nowMs < this.validUntilMs ? this.addresses : undefined;
	}

	/** Asks, once at a time. An empty list: there is no such name; that is not kept. */
	look(onFound: (addresses: readonly string[]) => void): void {
		if (this.waiting !== undefined) {
			this.waiting.push(onFound);
			return;
		}
		this.waiting = [onFound];
		this.place.dns.ask('client', this.name, 'A', ({ answers }) => {
			this.addresses = answers.filter(({ type }) => type === 'A').map(({ data }) => data);
			if (this.addresses.length > 0) this.validUntilMs = this.place.kernel.nowMs + ttlMs;
			const waiting = this.waiting!;
			this.waiting = undefined;
			for (const found of waiting) found(this.addresses);
		});
	}
}
