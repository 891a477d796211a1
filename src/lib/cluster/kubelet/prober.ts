import type { Container, Pod } from '#lib/kubernetes/pod.ts';
import type { RuntimeContainer } from '../container-runtime/runtime-state.ts';
import type { Kernel } from '../kernel/kernel.ts';
import type { NodeServices } from './node-services.ts';
import { ProbeWorker, type ProbeKind } from './probe-worker.ts';

/** What the probes of a Pod's containers say. */
export interface ProbeResults {
	/** The startup probe, if any, has succeeded. */
	started(container: string): boolean;
	/** The readiness probe, if any, says so. */
	ready(container: string): boolean;
	/** The liveness or startup probe that failed. */
	failed(container: string): ProbeKind | undefined;
}

/**
 * The probes of one Pod. Readiness and liveness are not asked before the startup probe has succeeded.
 * Models pkg/kubelet/prober/prober_manager.go.
 */
export class Prober implements ProbeResults {
	private readonly workers = new Map<string, ProbeWorker[]>();

	constructor(
		kernel: Kernel,
		services: NodeServices,
		pod: () => Pod,
		id: string,
		ip: () => string,
		onReadiness: () => void,
		onFailure: () => void
	) {
		// Whole ms, so that the moments of the ticks are exact.
		const anchorMs = Math.round(kernel.nowMs);
		for (const container of probedContainers(pod())) {
			const workers = probesOf(container).map(
				([kind, probe]) =>
					new ProbeWorker(
						kernel,
						services,
						pod,
						`${id}/${container.name}`,
						container,
						kind,
						probe,
						anchorMs,
						ip,
						() => this.hear(container.name, kind, onReadiness, onFailure)
					)
			);
			if (workers.length > 0) this.workers.set(container.name, workers);
		}
	}

	/** What the kubelet knows to run, from its last look. */
	update(known: readonly RuntimeContainer[]): void {
		for (const [name, workers] of this.workers) {
			const newest = known.findLast((container) => container.name === name);
			for (const worker of workers) {
				if (newest?.state !== 'running') worker.end();
				else if (worker.kind === 'startup' || this.started(name)) worker.watch(newest);
			}
		}
	}

	/** The Pod terminates: only readiness still matters (prober_manager.go StopLivenessAndStartup). */
	stopLivenessAndStartup(): void {
		for (const workers of this.workers.values()) {
			for (const worker of workers) if (worker.kind !== 'readiness') worker.stop();
		}
	}

	stop(): void {
		for (const workers of this.workers.values()) for (const worker of workers) worker.end();
	}

	started(container: string): boolean {
		return (
			this.worker(container, 'startup')?.result ?? this.worker(container, 'startup') === undefined
		);
	}

	ready(container: string): boolean {
		const worker = this.worker(container, 'readiness');
		return this.started(container) && (worker === undefined || worker.result === true);
	}

	failed(container: string): ProbeKind | undefined {
		return (['liveness', 'startup'] as const).find(
			(kind) => this.worker(container, kind)?.result === false
		);
	}

	private hear(
		name: string,
		kind: ProbeKind,
		onReadiness: () => void,
		onFailure: () => void
	): void {
		if (this.failed(name) !== undefined) onFailure();
		else if (kind !== 'liveness') onReadiness();
	}

	private worker(container: string, kind: ProbeKind): ProbeWorker | undefined {
		return this.workers.get(container)?.find((worker) => worker.kind === kind);
	}
}

function probedContainers({ spec }: Pod): Container[] {
	const sidecars = (spec.initContainers ?? []).filter(
		({ restartPolicy }) => restartPolicy === 'Always'
	);
	return [...sidecars, ...spec.containers];
}

function probesOf({ startupProbe, readinessProbe, livenessProbe }: Container) {
	return [
		['startup', startupProbe] as const,
		['readiness', readinessProbe] as const,
		['liveness', livenessProbe] as const
	].flatMap(([kind, probe]) => (probe === undefined ? [] : [[kind, probe] as const]));
}
