import type { ApiClient } from '#lib/kubernetes/api-client.ts';
import type { EndpointSlice } from '#lib/kubernetes/endpoint-slice.ts';
import type { KubeObject } from '#lib/kubernetes/object.ts';
import type { Service } from '#lib/kubernetes/service.ts';
import type { ActorId } from '#lib/trace/event.ts';
import { Informer, keyOf } from '../../informer.ts';
import type { Kernel } from '../../kernel/kernel.ts';
import type { DnsAnswer } from './dns-answer.ts';
import { clusterDomain, resolve, type ZoneSource } from './kubernetes-zone.ts';

/** One way between a client and the DNS server, ms. */
const hopMs = 1;

/**
 * The cluster's DNS server: answers from its own copy of Services, EndpointSlices and namespaces, which lags behind as every
 * copy does. Models coredns plugin/kubernetes/controller.go.
 */
export class CoreDns implements ZoneSource {
	private readonly services: Informer<Service>;
	private readonly slices: Informer<EndpointSlice>;
	private readonly namespaces: Informer<KubeObject>;
	/** Of each Service its slices, by name. */
	private readonly byService = new Map<string, Map<string, EndpointSlice>>();

	constructor(
		private readonly kernel: Kernel,
		client: ApiClient
	) {
		const nothing = (): void => {};
		this.services = new Informer<Service>(kernel, client, '/api/v1/services', nothing);
		this.namespaces = new Informer<KubeObject>(kernel, client, '/api/v1/namespaces', nothing);
		this.slices = new Informer<EndpointSlice>(
			kernel,
			client,
			'/apis/discovery.k8s.io/v1/endpointslices',
			(after, before) => this.keep(after, (after ?? before)!)
		);
	}

	start(): void {
		this.services.start();
		this.slices.start();
		this.namespaces.start();
	}

	/** A question and its answer, as messages. */
	ask(from: ActorId, name: string, type: string, onAnswer: (answer: DnsAnswer) => void): void {
		const { kernel } = this;
		const id = kernel.nextCallId();
		const call = { type: 'call', id, method: type, argument: name } as const;
		kernel.send(from, 'coredns', 'dns', call, hopMs, () => {
			const answer = this.answer(name, type);
			const found = answer.answers.map(({ data }) => data).join(', ');
			const result =
				answer.status === 'NOERROR' ? ({ result: found } as const) : { error: answer.status };
			const content = { type: 'return', id, method: type, ...result } as const;
			kernel.send('coredns', from, 'dns', content, hopMs, () => onAnswer(answer));
		});
	}

	/** What it would say now. */
	answer(name: string, type: string): DnsAnswer {
		return resolve(this, name, type);
	}

	service(key: string): Service | undefined {
		return this.services.get(key);
	}

	slicesOf(service: string): readonly EndpointSlice[] {
		return [...(this.byService.get(service)?.values() ?? [])];
	}

	hasNamespace(name: string): boolean {
		return this.namespaces.get(name) !== undefined;
	}

	namesOf(address: string): readonly string[] {
		const zone = (key: string): string => {
			const [namespace, name] = key.split('/');
			return `${name}.${namespace}.svc.${clusterDomain}.`;
		};
		const own = this.services.list().find(({ spec }) => spec.clusterIP === address);
		if (own !== undefined) return [zone(keyOf(own))];
		return [...this.byService.keys()]
			.sort()
			.filter((key) =>
				this.slicesOf(key).some(({ endpoints }) =>
					(endpoints ?? []).some(({ addresses }) => addresses.includes(address))
				)
			)
			.map((key) => `${address.replaceAll('.', '-')}.${zone(key)}`);
	}

	private keep(after: EndpointSlice | null, slice: EndpointSlice): void {
		const service = slice.metadata.labels?.['kubernetes.io/service-name'];
		if (service === undefined) return;
		const key = `${slice.metadata.namespace}/${service}`;
		const slices = this.byService.get(key) ?? new Map<string, EndpointSlice>();
		this.byService.set(key, slices);
		if (after === null) slices.delete(slice.metadata.name!);
		else slices.set(slice.metadata.name!, after);
	}
}
