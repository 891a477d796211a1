import { createMachine } from 'xstate';

/**
 * One Pod's way through the scheduler. Filter and score are the scheduling cycle, one Pod at a time; binding goes on beside
 * the next Pod's cycle. A Pod that fits nowhere waits until something changes that could help it, and then its back-off is
 * over, unless the scheduler has nothing better to do. A Pod with scheduling gates isn't queued before they are gone.
 *
 * Models pkg/scheduler/schedule_one.go ScheduleOne, schedulingCycle, bindingCycle.
 */
export const schedulingMachine = createMachine({
	id: 'scheduling-cycle',
	initial: 'queued',
	states: {
		queued: { on: { POPPED: 'filtering', GATED: 'gated', DELETED: 'gone' } },
		gated: { on: { GATES_GONE: 'queued', DELETED: 'gone' } },
		filtering: {
			entry: 'filter',
			on: { SEVERAL_FIT: 'scoring', ONE_FITS: 'binding', NONE_FITS: 'unschedulable' }
		},
		scoring: { entry: 'score', on: { SCORED: 'binding' } },
		binding: { entry: 'bind', on: { BOUND: 'bound', BINDING_REFUSED: 'backingOff' } },
		unschedulable: {
			entry: 'reportUnschedulable',
			on: { CLUSTER_CHANGED: 'backingOff', DELETED: 'gone' }
		},
		backingOff: {
			entry: 'backOff',
			on: { BACKOFF_OVER: 'queued', SCHEDULER_IDLE: 'queued', DELETED: 'gone' }
		},
		bound: { entry: 'reportBound', type: 'final' },
		gone: { type: 'final' }
	}
});
