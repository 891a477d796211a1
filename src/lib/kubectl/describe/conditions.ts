import type { Description } from './description.ts';

/** The conditions of a workload, nothing without any. Models kubectl pkg/describe/describe.go describeDeployment. */
export function describeConditions(
	description: Description,
	conditions: readonly {
		readonly type: string;
		readonly status: string;
		readonly reason?: string;
	}[]
): void {
	if (conditions.length === 0) return;
	description.line(0, 'Conditions:');
	description.line(1, 'Type\tStatus\tReason');
	description.line(1, '----\t------\t------');
	for (const { type, status, reason = '' } of conditions) {
		description.line(1, `${type} \t${status}\t${reason}`);
	}
}
