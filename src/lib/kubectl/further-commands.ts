import { autoscale } from './commands/autoscale.ts';
import { create } from './commands/create.ts';
import { createBudget } from './commands/create-budget.ts';
import { createIngress } from './commands/create-ingress.ts';
import { createCronJob, createJob } from './commands/create-job.ts';
import { createPriorityClass } from './commands/create-priority-class.ts';
import { createQuota } from './commands/create-quota.ts';
import { diff } from './commands/diff/diff.ts';
import { drain } from './commands/drain/drain.ts';
import { explain } from './commands/explain/explain.ts';
import { learnCommands } from './commands.ts';
import { furtherDescribers } from './describe/further/further-describers.ts';
import { learnDescribers } from './describe/known-describers.ts';

const createFurther = [
	createBudget,
	createCronJob,
	createIngress,
	createJob,
	createPriorityClass,
	createQuota
];

/**
 * Makes the commands known that few people type, and the descriptions of kinds that no part of the cluster works with. Whoever
 * may be asked for them calls it before the first command.
 */
export function learnFurtherCommands(): void {
	const subcommands = [...(create.subcommands ?? []), ...createFurther];
	learnCommands([autoscale, { ...create, subcommands }, diff, drain, explain]);
	learnDescribers(furtherDescribers);
}
