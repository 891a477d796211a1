import type { Kernel } from '../../kernel/kernel.ts';
import { turn } from './turn.ts';
import type { Script } from './world.ts';

/** Runs a script in virtual time, from now on. What is returned ends it; then `onEnd` is not called. */
export function runScript(
	kernel: Kernel,
	script: Script,
	onEnd: (exitCode: number, outOfMemory: boolean) => void
): () => void {
	let stopped = false;
	let cancel: (() => void) | undefined;
	const proceed = (): void => {
		if (stopped) return;
		cancel?.();
		cancel = undefined;
		const { value, done, outOfMemory = false } = turn(script);
		if (done) return onEnd(value, outOfMemory);
		let woken = false;
		value.until?.(() => {
			if (woken) return;
			woken = true;
			kernel.after(0, proceed);
		});
		if (value.sleepMs === Infinity) return;
		const timer = kernel.after(value.sleepMs, proceed);
		cancel = () => timer.cancel();
	};
	proceed();
	return () => {
		stopped = true;
		cancel?.();
	};
}
