import { createMachine } from 'xstate';

/**
 * One container of a Pod, over all its restarts. A container is restarted inside its Pod; the Pod is the same.
 * Models pkg/kubelet/kuberuntime/kuberuntime_container.go startContainer, killContainer and
 * kuberuntime_manager.go doBackOff.
 */
export const containerMachine = createMachine({
	id: 'container',
	initial: 'waiting',
	states: {
		waiting: { on: { START: 'gettingImage' } },
		gettingImage: {
			entry: 'getImage',
			on: {
				IMAGE_READY: 'creating',
				PULL_FAILED: 'imagePullFailed',
				PULL_BACKS_OFF: 'imagePullBackOff'
			}
		},
		imagePullFailed: { on: { START: 'gettingImage' } },
		imagePullBackOff: { on: { START: 'gettingImage' } },
		createFailed: { on: { START: 'gettingImage' } },
		creating: { entry: 'create', on: { CREATED: 'starting', CREATE_FAILED: 'createFailed' } },
		starting: { entry: 'startProcess', on: { STARTED: 'running', EXITED: 'terminated' } },
		running: { entry: 'reportStarted', on: { EXITED: 'terminated', STOP: 'runningPreStop' } },
		runningPreStop: {
			entry: 'runPreStop',
			on: { PRE_STOP_DONE: 'stopping', EXITED: 'terminated' }
		},
		stopping: { entry: 'stop', on: { EXITED: 'terminated' } },
		terminated: { on: { START: 'gettingImage', BACK_OFF: 'crashLoopBackOff' } },
		crashLoopBackOff: { on: { START: 'gettingImage' } }
	}
});
