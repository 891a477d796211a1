import { createMachine } from 'xstate';

/**
 * What one probe of a container thinks of it. The result changes only when it was seen as often in a row as the threshold
 * asks. Models pkg/kubelet/prober/worker.go doProbe.
 */
export const probeMachine = createMachine({
	id: 'probe',
	initial: 'waiting',
	states: {
		waiting: { on: { CONTAINER_RUNS: 'unknown' } },
		unknown: { on: { SUCCEEDED: 'success', FAILED: 'failure', CONTAINER_ENDED: 'waiting' } },
		success: { entry: 'report', on: { FAILED: 'failure', CONTAINER_ENDED: 'waiting' } },
		failure: { entry: 'report', on: { SUCCEEDED: 'success', CONTAINER_ENDED: 'waiting' } }
	}
});
