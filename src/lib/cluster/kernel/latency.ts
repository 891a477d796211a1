import type { Random } from './random.ts';

/** Milliseconds: one in ten is quicker than `p10`, one in ten slower than `p90`. */
export interface Spread {
	readonly median: number;
	readonly p10: number;
	readonly p90: number;
}

/**
 * How long things take, measured on a real 1.35.4 cluster (etcd on the same machine, three kubelets, containerd). A
 * request's figure is the time inside the API server; the hop to and from it comes on top.
 */
export const latency = {
	/** One way between two machines; the rule of at least 1 ms is kept by the kernel. */
	hop: { median: 1, p10: 1, p90: 1.3 },
	/** API server ↔ etcd, one way, on one machine. */
	etcd: { median: 1, p10: 1, p90: 1.1 },
	/** The stages inside the API server, without storage. */
	authentication: { median: 0.15, p10: 0.1, p90: 0.3 },
	authorization: { median: 0.15, p10: 0.1, p90: 0.3 },
	mutation: { median: 0.5, p10: 0.3, p90: 0.9 },
	validation: { median: 0.4, p10: 0.2, p90: 0.7 },
	/** etcd's commit, no fsync. */
	commit: { median: 0.6, p10: 0.3, p90: 1.2 },
	/** Stored → the scheduler posts the Binding, less the hops. */
	schedulingFilter: { median: 1, p10: 0.5, p90: 2 },
	schedulingScore: { median: 1, p10: 0.5, p90: 2 },
	/** Watch event at the kubelet → it reads the Pod to patch its first status. */
	kubeletSync: { median: 6, p10: 3, p90: 12 },
	/** Bound → the kubelet asks for the token, less what comes before it. */
	volumeSetup: { median: 180, p10: 130, p90: 270 },
	/** Token → RunPodSandbox: the volume manager's poll. */
	volumeWait: { median: 105, p10: 40, p90: 160 },
	/** RunPodSandbox as a whole; CNI ADD is the part of it below. */
	runPodSandbox: { median: 70, p10: 55, p90: 150 },
	cniAdd: { median: 56, p10: 40, p90: 110 },
	cniDel: { median: 60, p10: 40, p90: 110 },
	createContainer: { median: 14.6, p10: 6.7, p90: 39.6 },
	startContainer: { median: 74.6, p10: 59.1, p90: 151.7 },
	/** Asked for a command in a container → it runs: kubelet, containerd, runc exec. */
	startExec: { median: 55, p10: 40, p90: 100 },
	/** Process ended → containerd says so; then StopPodSandbox. */
	stopContainer: { median: 90, p10: 40, p90: 190 },
	stopPodSandbox: { median: 80, p10: 50, p90: 260 },
	removeContainer: { median: 4, p10: 2, p90: 10 },
	/** The registry's answer before the first byte. */
	registry: { median: 40, p10: 20, p90: 90 },
	/** What resolving an image costs where nothing has that name: the resolver's time-outs. */
	registryMiss: { median: 10000, p10: 9950, p90: 10050 },
	/** Containers gone → the kubelet removes the API object. */
	podCleanup: { median: 180, p10: 120, p90: 280 },
	/** kube-proxy brings what has changed into the node's kernel: one nft transaction. */
	programRules: { median: 14, p10: 8, p90: 35 },
	/** What a small web server takes for an answer. */
	service: { median: 4, p10: 2, p90: 12 },
	/** kubectl from the key press to its first request: reading the kubeconfig, discovery from its cache. */
	kubectlStart: { median: 60, p10: 45, p90: 80 }
} as const satisfies Record<string, Spread>;

/** Bytes per ms that an image is pulled with: 11.8 MB in 270 ms. */
export const pullBytesPerMs = 43_500;

/** Draws from a spread: linear between the figures, a tail of half a step beyond them. */
export function draw(random: Random, { median, p10, p90 }: Spread): number {
	const at = random.next();
	if (at < 0.5) return Math.max(0, median - ((0.5 - at) / 0.4) * (median - p10));
	return median + ((at - 0.5) / 0.4) * (p90 - median);
}

/** The longest that is ever drawn. */
export function longest({ median, p90 }: Spread): number {
	return median + (0.5 / 0.4) * (p90 - median);
}
