import type { KubeObject } from '#lib/kubernetes/object.ts';
import type { Node, Taint } from '#lib/kubernetes/pod.ts';
import { intValue } from '#lib/kubernetes/quantity.ts';
import { CoreDns } from './add-ons/coredns/coredns.ts';
import { ApiServer } from './api-server/api-server.ts';
import type { Credential } from './api-server/authentication.ts';
import type { ContainerAddress, ExecCall, ExecFailure } from './api-server/kubelet-port.ts';
import type { ServerClient } from './api-server/server-client.ts';
import { kubernetesVersion } from './api-server/version.ts';
import type { RuntimeContainer } from './container-runtime/runtime-state.ts';
import { ContainerRuntime } from './container-runtime/runtime.ts';
import { type Component, ControlPlane, type Mishap, mishaps } from './control-plane.ts';
import { rootCertificate } from './controllers/root-certificate/root-certificate.ts';
import { Etcd } from './etcd/etcd.ts';
import { Kernel } from './kernel/kernel.ts';
import { Kubelet } from './kubelet/kubelet.ts';
import { nodeImages } from './kubelet/node-heartbeat.ts';
import type { ManifestFolder } from './kubelet/static-pods/manifest-folder.ts';
import { KubeProxy } from './network/kube-proxy/kube-proxy.ts';
import { PodClient } from './network/pod-client.ts';
import { PodNetwork } from './network/pod-network.ts';
import { TrafficClient, type TrafficPlan } from './network/traffic/traffic-client.ts';

export interface NodeSpec {
	readonly name: string;
	readonly cpu: string;
	readonly memory: string;
	readonly pods?: number;
	readonly labels?: Readonly<Record<string, string>>;
	readonly taints?: readonly Taint[];
}

export interface ClusterOptions {
	readonly seed: number;
	/** What cluster time 0 is called, epoch ms. */
	readonly epochMs: number;
	readonly nodes: readonly NodeSpec[];
	readonly imagesPresent?: readonly string[];
}

/** The one who may do everything: kubeadm's admin. */
const admin: Credential = {
	type: 'certificate',
	commonName: 'kubernetes-admin',
	organizations: ['system:masters']
};

const systemNamespaces = ['default', 'kube-node-lease', 'kube-public', 'kube-system'];

/** A control plane and its workers, wired together. */
export class Cluster {
	readonly kernel: Kernel;
	readonly etcd = new Etcd();
	readonly apiServer: ApiServer;
	private readonly network = new PodNetwork();
	private readonly proxies = new Map<string, KubeProxy>();
	private traffic: TrafficClient | undefined;
	private readonly controlPlane: ControlPlane;
	private readonly runtimes = new Map<string, ContainerRuntime>();
	private readonly kubelets = new Map<string, Kubelet>();

	constructor(options: ClusterOptions) {
		this.kernel = new Kernel(options.seed, options.epochMs);
		this.apiServer = new ApiServer(this.kernel, this.etcd);
		this.controlPlane = new ControlPlane(this.kernel, this.apiServer);
		this.seed(options);
		this.start(options);
		this.apiServer.kubelets = {
			log: (address, previous) => this.attemptsOf(address).at(previous ? -2 : -1)?.process.log,
			exec: (address, call) => this.exec(address, call),
			endInput: (address, code) => this.attemptsOf(address).at(-1)?.process.endInput(code)
		};
	}

	/** A connection for a person's kubectl. */
	clientFor(actor: string, credential: Credential = admin): ServerClient {
		return this.apiServer.clientFor(actor, credential);
	}

	/** Lets a client on the first node send requests; with no node there is no client. */
	sendTraffic(plan: TrafficPlan): void {
		this.traffic?.send(plan);
	}

	/** The folder in which a node's kubelet looks for static Pods; undefined when there is no such node. */
	manifestsOf(node: string): ManifestFolder | undefined {
		return this.kubelets.get(node)?.staticPods.folder;
	}

	/** What is there before anyone acts: namespaces with what they need, and the nodes. */
	private seed({ nodes, imagesPresent = [] }: ClusterOptions): void {
		for (const name of systemNamespaces) {
			this.apiServer.seed('namespaces', {
				kind: 'Namespace',
				apiVersion: 'v1',
				metadata: { name, labels: { 'kubernetes.io/metadata.name': name } },
				spec: { finalizers: ['kubernetes'] },
				status: { phase: 'Active' }
			});
			this.apiServer.seed('serviceaccounts', {
				kind: 'ServiceAccount',
				apiVersion: 'v1',
				metadata: { name: 'default', namespace: name }
			});
			this.apiServer.seed('configmaps', rootCertificate(name));
		}
		nodes.forEach((spec, index) => {
			const runtime = new ContainerRuntime(
				this.kernel,
				spec.name,
				podCidr(index),
				this.network,
				intValue(spec.memory)
			);
			this.runtimes.set(spec.name, runtime);
			for (const image of imagesPresent) runtime.importImage(image);
			const node = nodeObject(spec, index, runtime, this.kernel);
			this.apiServer.seed('nodes', node as unknown as KubeObject);
		});
	}

	private start({ nodes }: ClusterOptions): void {
		const { kernel, apiServer } = this;
		this.controlPlane.start('controller-manager');
		this.controlPlane.start('scheduler');
		nodes.forEach(({ name }, index) => {
			const client = apiServer.clientFor(`kubelet/${name}`, {
				type: 'certificate',
				commonName: `system:node:${name}`,
				organizations: ['system:nodes']
			});
			const runtime = this.runtimes.get(name)!;
			const kubelet = new Kubelet(kernel, client, runtime, name, hostIp(index));
			this.kubelets.set(name, kubelet);
			kubelet.start();
		});
		this.startNetwork(nodes);
	}

	/** A part of the control plane ends at once, or begins again: something that nobody in the cluster asked for. */
	strike(component: Component, happens: Mishap): void {
		const { kernel, controlPlane } = this;
		const [from, to, event] = mishaps[happens];
		const actor = `component/${component}`;
		const fault = kernel.because(null, () =>
			kernel.record({ kind: 'transition', actor, machine: 'component', from, to, event })
		);
		kernel.because(fault, () => controlPlane.suffer(component, happens));
	}

	private startNetwork(nodes: ClusterOptions['nodes']): void {
		const { kernel, apiServer, network, proxies } = this;
		for (const { name } of nodes) {
			const client = apiServer.clientFor(`kube-proxy/${name}`, certificate('system:kube-proxy'));
			const proxy = new KubeProxy(kernel, client, name);
			proxies.set(name, proxy);
			proxy.start();
		}
		const account = certificate('system:serviceaccount:kube-system:coredns');
		const dns = new CoreDns(kernel, apiServer.clientFor('coredns', account));
		dns.start();
		const proxyOf = (node: string): KubeProxy | undefined => proxies.get(node);
		for (const [node, runtime] of this.runtimes) {
			runtime.networkOf = (pod, address) => {
				const caller = { kernel, actor: `pod/${pod}`, node, address, proxyOf, network };
				return new PodClient(caller, pod.slice(0, pod.indexOf('/')), dns);
			};
		}
		const [first] = nodes;
		if (first === undefined) return;
		const here = { node: first.name, address: hostIp(0) };
		this.traffic = new TrafficClient({ kernel, actor: 'client', ...here, proxyOf, network }, dns);
	}

	/** The starts of a container, oldest first. */
	private attemptsOf({ node, pod, container }: ContainerAddress): readonly RuntimeContainer[] {
		return [...(this.runtimes.get(node)?.containers.values() ?? [])].filter(
			({ pod: owner, name, state }) => owner === pod && name === container && state !== 'created'
		);
	}

	private exec(address: ContainerAddress, call: ExecCall): ExecFailure | undefined {
		const found = this.attemptsOf(address).at(-1);
		if (found?.state !== 'running') return { type: 'not-running' };
		const missing = found.process.exec(
			call.command,
			(exitCode) => call.onDone(exitCode),
			call.input,
			(stream, text) => call.tell(stream, text)
		);
		return missing === undefined
			? undefined
			: { type: 'no-program', id: this.kernel.random.stream('exec').hex(64), message: missing };
	}
}

function certificate(commonName: string): Credential {
	return { type: 'certificate', commonName, organizations: [] };
}

function podCidr(index: number): string {
	return `10.244.${index}.0/24`;
}

function hostIp(index: number): string {
	return `10.0.0.${11 + index}`;
}

function nodeObject(
	spec: NodeSpec,
	index: number,
	runtime: ContainerRuntime,
	kernel: Kernel
): Node {
	const amounts = {
		cpu: spec.cpu,
		'ephemeral-storage': '50Gi',
		'hugepages-1Gi': '0',
		'hugepages-2Mi': '0',
		memory: spec.memory,
		pods: String(spec.pods ?? 110)
	};
	const now = kernel.timestamp();
	const condition = (type: string, status: 'True' | 'False', reason: string, message: string) => ({
		type,
		status,
		lastHeartbeatTime: now,
		lastTransitionTime: now,
		reason,
		message
	});
	return {
		kind: 'Node',
		apiVersion: 'v1',
		metadata: {
			name: spec.name,
			annotations: {
				'node.alpha.kubernetes.io/ttl': '0',
				'volumes.kubernetes.io/controller-managed-attach-detach': 'true'
			},
			labels: {
				'beta.kubernetes.io/arch': 'amd64',
				'beta.kubernetes.io/os': 'linux',
				'kubernetes.io/arch': 'amd64',
				'kubernetes.io/hostname': spec.name,
				'kubernetes.io/os': 'linux',
				...spec.labels
			}
		},
		spec: {
			podCIDR: podCidr(index),
			podCIDRs: [podCidr(index)],
			...(spec.taints === undefined ? undefined : { taints: spec.taints })
		},
		status: {
			capacity: amounts,
			allocatable: amounts,
			conditions: [
				condition(
					'MemoryPressure',
					'False',
					'KubeletHasSufficientMemory',
					'kubelet has sufficient memory available'
				),
				condition(
					'DiskPressure',
					'False',
					'KubeletHasNoDiskPressure',
					'kubelet has no disk pressure'
				),
				condition(
					'PIDPressure',
					'False',
					'KubeletHasSufficientPID',
					'kubelet has sufficient PID available'
				),
				condition('Ready', 'True', 'KubeletReady', 'kubelet is posting ready status')
			],
			addresses: [
				{ type: 'InternalIP', address: hostIp(index) },
				{ type: 'Hostname', address: spec.name }
			],
			daemonEndpoints: { kubeletEndpoint: { Port: 10250 } },
			nodeInfo: {
				machineID: '',
				systemUUID: '',
				bootID: '',
				kernelVersion: '6.1.0',
				osImage: 'Debian GNU/Linux 12 (bookworm)',
				containerRuntimeVersion: 'containerd://1.6.20',
				kubeletVersion: `v${kubernetesVersion}`,
				kubeProxyVersion: '',
				operatingSystem: 'linux',
				architecture: 'amd64'
			},
			images: nodeImages(runtime)
		}
	};
}
