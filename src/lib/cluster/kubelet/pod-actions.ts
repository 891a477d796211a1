import { isSidecar } from '#lib/kubernetes/pod-status/container-status.ts';
import type { Container, Pod } from '#lib/kubernetes/pod.ts';
import type { RuntimeContainer } from '../container-runtime/runtime-state.ts';
import type { ProbeResults } from './prober.ts';

/** Containers to be started now, in order; those whose image was changed or that a probe gave up on are stopped first. */
export interface PodActions {
	readonly start: readonly { readonly container: Container; readonly isInit: boolean }[];
	readonly replace: readonly {
		readonly container: RuntimeContainer;
		readonly why: string;
		/** The failed probe's own grace, where it has one. */
		readonly graceSeconds?: number;
	}[];
}

/**
 * What a sync has to do. Init containers come one after the other, each when the one before has ended well (a sidecar: has
 * started); the others come all together when the last init container is done, and are restarted as the policy says.
 *
 * Models pkg/kubelet/kuberuntime/kuberuntime_manager.go computePodActions and
 * kuberuntime_container.go computeInitContainerActions.
 */
export function podActions(
	pod: Pod,
	known: readonly RuntimeContainer[],
	probes: ProbeResults
): PodActions {
	const newest = (name: string): RuntimeContainer | undefined =>
		known.findLast((container) => container.name === name);
	const { initContainers = [], containers } = pod.spec;
	const initialized = containers.some(({ name }) => newest(name) !== undefined);
	if (!initialized) {
		for (const container of initContainers) {
			const attempt = newest(container.name);
			const done = isSidecar(container)
				? attempt?.state === 'running'
				: attempt?.state === 'exited' && attempt.exitCode === 0;
			if (done) continue;
			const starts = shouldRestart(pod, container, true, attempt);
			return { start: starts ? [{ container, isInit: true }] : [], replace: [] };
		}
	}
	const sidecars = initContainers
		.filter(isSidecar)
		.filter(
			(container) => initialized && shouldRestart(pod, container, true, newest(container.name))
		)
		.map((container) => ({ container, isInit: true }));
	const replace = containers.flatMap(({ name, image, livenessProbe, startupProbe }) => {
		const attempt = newest(name);
		if (attempt?.state !== 'running') return [];
		const probe = probes.failed(name);
		if (attempt.specImage !== image) {
			return [
				{ container: attempt, why: `Container ${name} definition changed, will be restarted` }
			];
		}
		if (probe === undefined) return [];
		const own = probe === 'liveness' ? livenessProbe : startupProbe;
		const graceSeconds = own?.terminationGracePeriodSeconds;
		return [
			{
				container: attempt,
				why: `Container ${name} failed ${probe} probe, will be restarted`,
				...(graceSeconds === undefined ? undefined : { graceSeconds })
			}
		];
	});
	const start = containers
		.filter(
			(container) =>
				replace.some(
					({ container: { name, specImage } }) =>
						name === container.name &&
						(specImage !== container.image || pod.spec.restartPolicy !== 'Never')
				) || shouldRestart(pod, container, false, newest(container.name))
		)
		.map((container) => ({ container, isInit: false }));
	return { start: [...sidecars, ...start], replace };
}

/** Models pkg/kubelet/container/helpers.go ShouldContainerBeRestarted and the init container's own rules. */
export function shouldRestart(
	pod: Pod,
	container: Container,
	isInit: boolean,
	newest: RuntimeContainer | undefined
): boolean {
	if (newest === undefined) return true;
	if (newest.state !== 'exited') return false;
	if (isInit && isSidecar(container)) return true;
	const policy = pod.spec.restartPolicy ?? 'Always';
	if (isInit) return newest.exitCode !== 0 && policy !== 'Never';
	if (policy === 'Never') return false;
	return policy === 'Always' || newest.exitCode !== 0;
}
