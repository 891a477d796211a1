import type { ApiClient } from '#lib/kubernetes/api-client.ts';
import type { EndpointSlice } from '#lib/kubernetes/endpoint-slice.ts';
import type { Service } from '#lib/kubernetes/service.ts';
import { Informer, keyOf } from '../../informer.ts';
import type { Kernel } from '../../kernel/kernel.ts';
import { draw, latency } from '../../kernel/latency.ts';
import type { Random } from '../../kernel/random.ts';
import { BoundedFrequencyRunner } from './bounded-frequency-runner.ts';
import { categorizeEndpoints, type ProxyEndpoint } from './categorize-endpoints.ts';
import { addressesOf, isProxied, rulesOf } from './proxied-service.ts';
import { serviceEndpoints } from './service-endpoints.ts';
import type { ServiceRules, Verdict } from './service-rules.ts';

/** pkg/proxy/apis/config/v1alpha1/defaults.go: NFTables.MinSyncPeriod, the same for iptables. */
const minSyncPeriodMs = 1000;

/**
 * kube-proxy of one node. Its own copies of Services and EndpointSlices lag behind, and what they say becomes rules of the
 * node's kernel at most about once a second; no packet passes through kube-proxy itself.
 *
 * Models pkg/proxy/nftables/proxier.go syncProxyRules and pkg/proxy/serviceport.go.
 */
export class KubeProxy {
	private readonly random: Random;
	private readonly services: Informer<Service>;
	private readonly slices: Informer<EndpointSlice>;
	/** Of each Service its slices, by name. */
	private readonly slicesOf = new Map<string, Map<string, EndpointSlice>>();
	private readonly changed = new Set<string>();
	private readonly runner: BoundedFrequencyRunner;
	/** By `address:port`, and `:nodePort`. */
	private readonly rules = new Map<string, ServiceRules>();
	private readonly programmed = new Map<string, Programmed>();

	constructor(
		private readonly kernel: Kernel,
		client: ApiClient,
		private readonly node: string
	) {
		this.random = kernel.random.stream(`kube-proxy/${node}`);
		this.services = new Informer<Service>(
			kernel,
			client,
			'/api/v1/services',
			(after, before) => this.note(keyOf((after ?? before)!)),
			undefined,
			() => this.sync()
		);
		this.slices = new Informer<EndpointSlice>(
			kernel,
			client,
			'/apis/discovery.k8s.io/v1/endpointslices',
			(after, before) => this.hearOfSlice(after, before),
			undefined,
			() => this.sync()
		);
		this.runner = new BoundedFrequencyRunner(kernel, minSyncPeriodMs, (onDone) => {
			kernel.after(draw(this.random, latency.programRules), () => {
				this.program();
				onDone();
			});
		});
	}

	start(): void {
		this.services.start();
		this.slices.start();
	}

	/** What the node's rules do with a new connection to a cluster IP. Unknown ports are refused, unknown addresses ignored. */
	connect(address: string, port: number, client: string): Verdict {
		const rules = this.rules.get(`${address}:${port}`);
		if (rules !== undefined) return rules.pick(client, this.random, this.kernel.nowMs);
		return { type: this.serviceAt(address) === undefined ? 'drop' : 'reject' };
	}

	/** … and with one to a port of the node itself. Nobody else listens there. */
	connectToNode(nodePort: number, client: string): Verdict {
		const rules = this.rules.get(`:${nodePort}`);
		return rules?.pick(client, this.random, this.kernel.nowMs) ?? { type: 'reject' };
	}

	/** `namespace/name` of the Service that has this cluster IP. */
	serviceAt(address: string): string | undefined {
		for (const [service, { clusterIP }] of this.programmed) {
			if (clusterIP === address) return service;
		}
		return undefined;
	}

	private hearOfSlice(after: EndpointSlice | null, before: EndpointSlice | null): void {
		const slice = (after ?? before)!;
		const name = slice.metadata.labels?.['kubernetes.io/service-name'];
		if (name === undefined) return;
		const service = `${slice.metadata.namespace}/${name}`;
		let known = this.slicesOf.get(service);
		if (known === undefined) this.slicesOf.set(service, (known = new Map()));
		if (after === null) known.delete(slice.metadata.name!);
		else known.set(slice.metadata.name!, after);
		if (known.size === 0) this.slicesOf.delete(service);
		this.note(service);
	}

	private note(service: string): void {
		this.changed.add(service);
		this.sync();
	}

	/** Nothing is programmed before both lists have arrived (proxier.go isInitialized). */
	private sync(): void {
		if (this.services.synced && this.slices.synced && this.changed.size > 0) this.runner.run();
	}

	private program(): void {
		const changed = [...this.changed];
		this.changed.clear();
		for (const key of changed) this.programService(key);
	}

	private programService(key: string): void {
		const service = this.services.get(key);
		const before = this.programmed.get(key);
		const wanted = service !== undefined && isProxied(service) ? service : undefined;
		const old = new Map((before?.keys ?? []).map((rule) => [rule, this.rules.get(rule)!] as const));
		for (const rule of old.keys()) this.rules.delete(rule);
		if (wanted === undefined) {
			this.programmed.delete(key);
			if (before !== undefined) this.tell(key, before.clusterIP, []);
			return;
		}
		const slices = [...(this.slicesOf.get(key)?.values() ?? [])];
		const keys: string[] = [];
		const lists = new Set<readonly ProxyEndpoint[]>();
		for (const port of wanted.spec.ports ?? []) {
			const endpoints = categorizeEndpoints(serviceEndpoints(slices, port));
			for (const [rule, policy] of addressesOf(wanted.spec, port)) {
				const rules = rulesOf(key, wanted, endpoints, policy, this.node, old.get(rule));
				lists.add(rules.endpoints);
				this.rules.set(rule, rules);
				keys.push(rule);
			}
		}
		const names = podsOf([...lists]);
		const clusterIP = wanted.spec.clusterIP!;
		this.programmed.set(key, { clusterIP, keys, pods: names });
		if (before?.clusterIP !== clusterIP || !sameNames(before.pods, names)) {
			this.tell(key, clusterIP, names);
		}
	}

	private tell(service: string, clusterIP: string, pods: readonly string[]): void {
		this.kernel.record({
			kind: 'local',
			actor: `kube-proxy/${this.node}`,
			node: this.node,
			fact: { type: 'rules-programmed', service, clusterIP, pods }
		});
	}
}

/** What the rules of one Service are now. */
interface Programmed {
	readonly clusterIP: string;
	readonly keys: readonly string[];
	readonly pods: readonly string[];
}

/** The Pods of one list of endpoints, which nodes share. */
const named = new WeakMap<readonly ProxyEndpoint[], readonly string[]>();

function podsOf(lists: readonly (readonly ProxyEndpoint[])[]): readonly string[] {
	const [only] = lists;
	if (only === undefined || lists.length > 1) return namesIn(lists.flat());
	let names = named.get(only);
	if (names === undefined) named.set(only, (names = namesIn(only)));
	return names;
}

function namesIn(endpoints: readonly ProxyEndpoint[]): readonly string[] {
	return [...new Set(endpoints.map(({ pod }) => pod))];
}

function sameNames(before: readonly string[], after: readonly string[]): boolean {
	if (before === after) return true;
	return before.length === after.length && before.every((name, index) => name === after[index]);
}
