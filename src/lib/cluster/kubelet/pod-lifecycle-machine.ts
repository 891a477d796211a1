import { createMachine } from 'xstate';

/**
 * The phases of a Pod. There are five, and none of them is called Terminating or CrashLoopBackOff: those are words of
 * kubectl's STATUS column. A Pod that has succeeded or failed stays so; nothing leads back.
 *
 * Models pkg/kubelet/kubelet_pods.go getPhase and status/status_manager.go (a terminal phase is final).
 */
export const podLifecycleMachine = createMachine({
	id: 'pod-lifecycle',
	initial: 'Pending',
	states: {
		Pending: {
			initial: 'Waiting',
			states: { Waiting: {}, Initializing: {} },
			on: {
				INITIALIZING: '.Initializing',
				WAITING: '.Waiting',
				RUNNING: 'Running.NotReady',
				READY: 'Running.Ready',
				SUCCEEDED: 'Succeeded',
				FAILED: 'Failed'
			}
		},
		Running: {
			initial: 'NotReady',
			states: { NotReady: {}, Ready: {} },
			on: {
				READY: '.Ready',
				RUNNING: '.NotReady',
				SUCCEEDED: 'Succeeded',
				FAILED: 'Failed'
			}
		},
		Succeeded: { type: 'final' },
		Failed: { type: 'final' }
	}
});
