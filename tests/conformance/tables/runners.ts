import type { TableRunners } from '../table.ts';
import { labelTables } from './labels.ts';
import { podStatusTables } from './pod-status.ts';
import { printingTables } from './printing.ts';
import { quantityTables } from './quantities.ts';
import { serverTables } from './server.ts';
import { validationTables } from './validation.ts';
import { valueTables } from './values.ts';

/** Which runner takes a table, by the table's name. */
export const tableRunners: TableRunners = {
	...labelTables,
	...podStatusTables,
	...printingTables,
	...quantityTables,
	...serverTables,
	...validationTables,
	...valueTables
};
