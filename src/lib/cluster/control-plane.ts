import type { ApiServer } from './api-server/api-server.ts';
import type { Credential } from './api-server/authentication.ts';
import { startControllers } from './controllers/controller-manager.ts';
import { ProcessClient } from './controllers/process-client.ts';
import type { Kernel } from './kernel/kernel.ts';
import { Scheduler } from './scheduler/scheduler.ts';

/** What can be stopped, and started again. */
export type Component = 'controller-manager' | 'scheduler';

/** It ends and begins; or it runs, and its watches are cut off and come back. */
export type Mishap = 'stops' | 'starts' | 'is-cut-off' | 'is-back';

/** How the trace tells of each: from which state to which, by which event. */
export const mishaps: Readonly<Record<Mishap, readonly [from: string, to: string, event: string]>> =
	{
		stops: ['running', 'stopped', 'STOP'],
		starts: ['stopped', 'running', 'START'],
		'is-cut-off': ['running', 'cut-off', 'CUT_OFF'],
		'is-back': ['cut-off', 'running', 'RECONNECT']
	};

interface Running {
	stop(): void;
}

/** The processes beside the API server: each knows the cluster by its own connection only, and one that starts learns everything anew. */
export class ControlPlane {
	private readonly running = new Map<Component, Running>();

	constructor(
		private readonly kernel: Kernel,
		private readonly apiServer: ApiServer
	) {}

	/** Begins a process; it needs no word from the one that was there before. */
	start(component: Component): void {
		if (this.running.has(component)) return;
		const begin = component === 'scheduler' ? this.startScheduler : this.startManager;
		this.running.set(component, begin());
	}

	/** Ends a process at once; until it is started again nobody does its work. */
	private stop(component: Component): void {
		this.running.get(component)?.stop();
		this.running.delete(component);
	}

	suffer(component: Component, happens: Mishap): void {
		if (happens === 'stops') this.stop(component);
		else if (happens === 'starts') this.start(component);
		else this.cutOff(component, happens === 'is-cut-off');
	}

	/** Whether a component's watches reach the API server; it runs on and doesn't know what it doesn't hear. */
	private cutOff(component: Component, isCut: boolean): void {
		this.apiServer.cutOff(component, isCut);
	}

	private readonly startManager = (): Running => {
		const connect = (user: string) =>
			this.apiServer.clientFor('controller-manager', certificate(user));
		return startControllers(this.kernel, connect('system:kube-controller-manager'), (account) =>
			connect(`system:serviceaccount:kube-system:${account}`)
		);
	};

	private readonly startScheduler = (): Running => {
		const process = { isStopped: false };
		const client = this.apiServer.clientFor('scheduler', certificate('system:kube-scheduler'));
		const scheduler = new Scheduler(this.kernel, new ProcessClient(process, client));
		scheduler.start();
		return {
			stop: () => {
				process.isStopped = true;
				scheduler.stop();
			}
		};
	};
}

function certificate(commonName: string): Credential {
	return { type: 'certificate', commonName, organizations: [] };
}
