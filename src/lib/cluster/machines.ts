import type { AnyStateMachine } from 'xstate';
import { requestMachine } from './api-server/request-machine.ts';
import { rolloutMachine } from './controllers/deployment/rollout-machine.ts';
import { containerMachine } from './kubelet/container-machine.ts';
import { imagePullMachine } from './kubelet/image-pull-machine.ts';
import { podLifecycleMachine } from './kubelet/pod-lifecycle-machine.ts';
import { podWorkerMachine } from './kubelet/pod-worker-machine.ts';
import { probeMachine } from './kubelet/probe-machine.ts';
import { schedulingMachine } from './scheduler/scheduling-machine.ts';

/** Every machine that drives the cluster, under the name that its transitions carry in a trace. */
export const machines: Readonly<Record<string, AnyStateMachine>> = {
	'api-request': requestMachine,
	rollout: rolloutMachine,
	'scheduling-cycle': schedulingMachine,
	'pod-worker': podWorkerMachine,
	'pod-lifecycle': podLifecycleMachine,
	container: containerMachine,
	'image-pull': imagePullMachine,
	probe: probeMachine
};
