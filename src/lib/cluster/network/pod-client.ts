import type { CoreDns } from '../add-ons/coredns/coredns.ts';
import { clusterDomain } from '../add-ons/coredns/kubernetes-zone.ts';
import type { Fetched, ShellNetwork } from '../container-runtime/shell/world.ts';
import { HttpRequest, type Caller, type Fate } from './traffic/http-request.ts';

/** As the kubelet writes it into each Pod's resolv.conf: a name with fewer dots is looked for in the search list first. */
const ndots = 5;

/** The network as the programs of one Pod use it. */
export class PodClient implements ShellNetwork {
	constructor(
		private readonly caller: Caller,
		private readonly namespace: string,
		private readonly dns: CoreDns | undefined
	) {}

	look(
		name: string,
		onFound: (found: { name: string; addresses: readonly string[] } | undefined) => void
	): void {
		if (/^(\d{1,3}\.){3}\d{1,3}$/.test(name)) return onFound({ name, addresses: [name] });
		if (name === 'localhost') return onFound({ name, addresses: ['127.0.0.1'] });
		const { dns, caller } = this;
		if (dns === undefined || name === '') return onFound(undefined);
		const tryNext = ([first, ...rest]: readonly string[]): void => {
			if (first === undefined) return onFound(undefined);
			dns.ask(caller.actor, first, 'A', ({ answers }) => {
				const addresses = answers.filter(({ type }) => type === 'A').map(({ data }) => data);
				if (addresses.length > 0) onFound({ name: first, addresses });
				else tryNext(rest);
			});
		};
		tryNext(this.candidates(name));
	}

	get(
		address: string,
		port: number,
		path: string,
		timeoutMs: number,
		onEnd: (fetched: Fetched) => void
	): void {
		const { caller } = this;
		const own = address === '127.0.0.1' ? caller.address : address;
		const service = caller.proxyOf(caller.node)?.serviceAt(own) ?? '';
		const question = { service, port, path, timeoutMs };
		new HttpRequest(caller, question, (fate) => onEnd(fetchedOf(fate))).toAddress(own);
	}

	private candidates(name: string): string[] {
		if (name.endsWith('.')) return [name.slice(0, -1)];
		const search = [
			`${this.namespace}.svc.${clusterDomain}`,
			`svc.${clusterDomain}`,
			clusterDomain
		];
		const listed = search.map((domain) => `${name}.${domain}`);
		return name.split('.').length - 1 < ndots ? [...listed, name] : [name, ...listed];
	}
}

function fetchedOf({ outcome, code = 0, body = '' }: Fate): Fetched {
	return outcome === 'answered' ? { type: 'answer', code, body } : { type: outcome };
}
