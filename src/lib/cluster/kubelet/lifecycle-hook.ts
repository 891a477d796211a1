import type { Container, Handler } from '#lib/kubernetes/pod.ts';
import type { Kernel } from '../kernel/kernel.ts';
import type { PodNetwork } from '../network/pod-network.ts';
import type { Process } from '../container-runtime/process.ts';
import { askOverNetwork } from './network-probe.ts';

/** Where a hook runs. */
export interface HookPlace {
	readonly kernel: Kernel;
	readonly network: PodNetwork;
	/** The Pod's address. */
	readonly ip: string;
	readonly container: Container;
	readonly process: Process;
}

/** A hook's request waits this long for its answer, seconds (pkg/kubelet/lifecycle/handlers.go has no limit of its own). */
const longestSeconds = 30;

/**
 * Runs a postStart or preStop hook. `onDone` gets why it failed; undefined: it went well. An HTTP hook goes well whatever the
 * answer's code is. Models pkg/kubelet/lifecycle/handlers.go Run.
 */
export function runHook(
	{ kernel, network, ip, container, process }: HookPlace,
	hook: Handler,
	onDone: (failure: string | undefined) => void
): void {
	const { exec, sleep, httpGet } = hook;
	if (sleep !== undefined) kernel.after(sleep.seconds * 1000, () => onDone(undefined));
	else if (exec !== undefined) {
		const { command = [] } = exec;
		const fail = (error: string, output: string): void =>
			onDone(
				`Exec lifecycle hook ([${command.join(' ')}]) for Container ${JSON.stringify(container.name)} failed - error: ${error}, message: ${JSON.stringify(output)}`
			);
		const missing = process.exec(command, (code, output, errors) => {
			const all = output + errors;
			if (code === 0) return onDone(undefined);
			fail(`command '${command.join(' ')}' exited with ${code}: ${all}`, all);
		});
		if (missing !== undefined) kernel.after(1, () => fail(missing, ''));
	} else if (httpGet !== undefined) {
		const handler = { httpGet, timeoutSeconds: longestSeconds };
		askOverNetwork({ kernel, network, ip, container, handler }, (succeeded, output) => {
			const answered = succeeded || output.startsWith('HTTP probe failed');
			const message = `HTTP lifecycle hook (${httpGet.path ?? ''}) for Container ${JSON.stringify(container.name)} failed - error: ${output}, message: ""`;
			onDone(answered ? undefined : message);
		});
	} else kernel.after(1, () => onDone(`invalid handler`));
}
