import { createMachine } from 'xstate';

const again = { on: { SYNC: 'deciding' } } as const;

/**
 * What the Deployment controller does about one Deployment. Whatever changes, it decides anew from what is there now: that
 * is why every state leads back to `deciding`, and why it can be stopped and started at any moment.
 *
 * Models pkg/controller/deployment: deployment_controller.go syncDeployment, rolling.go, recreate.go, sync.go.
 */
export const rolloutMachine = createMachine({
	id: 'rollout',
	initial: 'idle',
	states: {
		idle: again,
		deciding: {
			on: {
				NO_REPLICA_SET_YET: 'creatingReplicaSet',
				ROOM_FOR_NEW: 'scalingUpNew',
				OLD_TO_SPARE: 'scalingDownOld',
				NEW_NOT_AVAILABLE: 'waitingForAvailable',
				OLD_STILL_RUNNING: 'waitingForOldToEnd',
				SIZE_CHANGED: 'scaling',
				PAUSED: 'paused',
				DEADLINE_PASSED: 'deadlineExceeded',
				ALL_AVAILABLE: 'complete',
				DELETED: 'gone'
			}
		},
		creatingReplicaSet: { entry: 'createReplicaSet', ...again },
		scalingUpNew: { entry: 'scaleUpNew', ...again },
		scalingDownOld: { entry: 'scaleDownOld', ...again },
		waitingForAvailable: again,
		waitingForOldToEnd: again,
		scaling: { entry: 'resize', ...again },
		paused: { entry: 'resize', ...again },
		deadlineExceeded: again,
		complete: { entry: 'cleanUpHistory', ...again },
		gone: { type: 'final' }
	}
});
