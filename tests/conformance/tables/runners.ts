import type { TableRunners } from '../table.ts';
import { apiErrorTables } from './api-errors.ts';
import { controllerTables } from './controllers/real-controllers.ts';
import { deploymentTables } from './deployments.ts';
import { eventSequenceTables } from './event-sequences.ts';
import { eventTables } from './events.ts';
import { kubectlTables } from './kubectl.ts';
import { labelTables } from './labels.ts';
import { podStatusTables } from './pod-status.ts';
import { podTemplateHashTables } from './pod-template-hashes.ts';
import { printingTables } from './printing.ts';
import { quantityTables } from './quantities.ts';
import { replicaSetTables } from './replica-sets.ts';
import { filterTables } from './scheduler/filter-tables.ts';
import { realSchedulerTables } from './scheduler/real-scheduler.ts';
import { scoreTables } from './scheduler/score-tables.ts';
import { serverTables } from './server.ts';
import { validationTables } from './validation.ts';
import { valueTables } from './values.ts';

/** Which runner takes a table, by the table's name. */
export const tableRunners: TableRunners = {
	...apiErrorTables,
	...controllerTables,
	...deploymentTables,
	...eventSequenceTables,
	...eventTables,
	...kubectlTables,
	...labelTables,
	...podStatusTables,
	...podTemplateHashTables,
	...printingTables,
	...quantityTables,
	...replicaSetTables,
	...filterTables,
	...realSchedulerTables,
	...scoreTables,
	...serverTables,
	...validationTables,
	...valueTables
};
