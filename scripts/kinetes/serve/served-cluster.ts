import { randomBytes } from 'node:crypto';
import { learnFurtherKinds } from '#lib/kubernetes/kinds/further-kinds.ts';
import { Cluster } from '#lib/cluster/cluster.ts';
import { kubernetesVersion } from '#lib/cluster/api-server/version.ts';
import type { Scenario } from '#lib/source/scenario.ts';
import type { Trace } from '#lib/trace/trace.ts';
import { Callers } from './callers.ts';
import { makeCertificate } from './certificate.ts';
import { HttpApi } from './http-api.ts';
import { listen } from './listener.ts';
import { keepOwnService } from './keep-own-service.ts';
import type { Limits } from './limits.ts';
import { writeKubeconfig } from './kubeconfig.ts';
import { Pace } from './pace.ts';
import { releaseStorage } from './release-storage.ts';

export interface ServeOptions {
	/** 0: any that is free. */
	readonly port: number;
	/** Cluster seconds per second. */
	readonly speed: number;
	readonly nodes: Scenario['nodes'];
	readonly seed: number;
	readonly imagesPresent?: readonly string[];
	/** Whether there is a Service `kubernetes`, as in every real cluster. Default: yes. */
	readonly hasOwnService?: boolean;
	/** Keeps what happens, for a trace. */
	readonly isRecorded?: boolean;
	/** Where the kubeconfig goes. */
	readonly kubeconfig?: string;
	/** How long connections may take and how many there may be, when not the usual. */
	readonly limits?: Partial<Limits>;
}

export interface ServedCluster {
	readonly port: number;
	readonly token: string;
	/** The file's path. */
	readonly kubeconfig: string;
	readonly pace: Pace;
	/** What has happened so far; whole when it is recorded, empty otherwise. */
	trace(): Trace;
	/** Lets everyone go and takes the kubeconfig away. */
	close(): void;
}

/** The cluster has run so long before anyone comes, ms: its parts are connected and at rest. */
const warmUpMs = 60_000;

/** What is kept of the past by etcd: the real API server compacts every five minutes, ms of the cluster. */
const compactionMs = 300_000;

/** A recording is cut after so many events. */
const mostEvents = 1_000_000;

/** Who may do everything. */
const admin = { name: 'kubernetes-admin', groups: ['system:masters'] };

/**
 * Puts a simulated cluster behind HTTP on the loopback interface.
 *
 * @throws NodeJS.ErrnoException when the port can't be had or the kubeconfig can't be written
 */
export async function serveCluster(options: ServeOptions): Promise<ServedCluster> {
	learnFurtherKinds();
	const { port, speed, nodes, seed, imagesPresent = [], isRecorded = false } = options;
	const epochMs = Math.floor(Date.now() - warmUpMs);
	const cluster = new Cluster({ seed, epochMs, nodes, imagesPresent });
	const { kernel, apiServer, etcd } = cluster;
	const token = randomBytes(32).toString('base64url');
	apiServer.tokens.set(token, admin);
	if (options.hasOwnService !== false) keepOwnService(cluster);
	releaseStorage(cluster);
	kernel.runUntil(warmUpMs);
	const certificate = await makeCertificate();
	const compact = (): void => {
		const { revision } = etcd;
		kernel.housekeepingAfter(compactionMs, () => {
			etcd.compact(revision);
			compact();
		});
	};
	compact();
	const { recorder } = kernel;
	const pace = new Pace(kernel, speed, () => {
		if (!isRecorded || recorder.next > mostEvents) recorder.forget();
	});
	const api = new HttpApi(cluster, pace, new Callers(cluster));
	let listener: Awaited<ReturnType<typeof listen>> | undefined;
	try {
		listener = await listen({
			port,
			certificate,
			...(options.limits && { limits: options.limits }),
			onRequest: (request, response) => api.handle(request, response),
			onUpgrade: (request, socket, head) => api.upgrade(request, socket, head)
		});
		const file = writeKubeconfig(options.kubeconfig, listener.port, token, certificate);
		const { close, port: boundPort } = listener;
		return {
			port: boundPort,
			token,
			kubeconfig: file.path,
			pace,
			trace: () => ({
				header: {
					format: 'kinetes-trace',
					version: 1,
					kubernetes: kubernetesVersion,
					seed,
					epoch: new Date(epochMs).toISOString(),
					nodes: nodes.map((node) => ({ pods: 110, ...node })),
					endMs: kernel.nowMs,
					startMs: warmUpMs,
					input: { served: true }
				},
				events: recorder.events
			}),
			close: () => {
				pace.stop();
				close();
				file.remove();
			}
		};
	} catch (error) {
		pace.stop();
		listener?.close();
		throw error;
	}
}
