import { createMachine } from 'xstate';

/**
 * The kubelet's worker for one Pod. Each sync reports the status first, then does what is missing: volumes, sandbox,
 * containers. A Pod that shall go, or whose containers have ended for good, is stopped, reported once more, and cleaned up.
 *
 * Models pkg/kubelet/pod_workers.go (sync, terminating, terminated) and kubelet.go SyncPod, SyncTerminatingPod,
 * SyncTerminatedPod.
 */
export const podWorkerMachine = createMachine({
	id: 'pod-worker',
	initial: 'waiting',
	states: {
		waiting: { on: { SYNC: 'reporting', STOP: 'stoppingContainers' } },
		reporting: {
			entry: 'report',
			on: {
				NEEDS_VOLUMES: 'mountingVolumes',
				NEEDS_SANDBOX: 'creatingSandbox',
				HAS_SANDBOX: 'startingContainers',
				ENDED: 'stoppingContainers'
			}
		},
		mountingVolumes: {
			entry: 'mountVolumes',
			on: { VOLUMES_MOUNTED: 'creatingSandbox', NOT_MOUNTED: 'waiting' }
		},
		creatingSandbox: {
			entry: 'createSandbox',
			on: { SANDBOX_READY: 'startingContainers', SANDBOX_FAILED: 'waiting' }
		},
		startingContainers: { entry: 'startContainers', on: { STARTED: 'waiting', FAILED: 'waiting' } },
		stoppingContainers: { entry: 'stopContainers', on: { CONTAINERS_STOPPED: 'stoppingSandbox' } },
		stoppingSandbox: { entry: 'stopSandbox', on: { SANDBOX_STOPPED: 'terminated' } },
		terminated: { entry: 'reportTerminated', on: { REMOVE: 'removing' } },
		removing: { entry: 'remove', on: { REMOVED: 'finished' } },
		finished: { type: 'final' }
	}
});
