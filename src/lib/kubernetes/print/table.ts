import type { ApiTable } from '../api-client.ts';
import { kindRulesAt } from '../kinds/known-kinds.ts';
import type { KubeObject } from '../object.ts';
import { endpointSlicePrinter, endpointsPrinter } from './endpoints-printers.ts';
import { eventPrinter } from './event-printer.ts';
import { nodePrinter } from './node-printer.ts';
import {
	configMapPrinter,
	leasePrinter,
	namespacePrinter,
	plainPrinter,
	secretPrinter,
	serviceAccountPrinter
} from './plain-printers.ts';
import { podPrinter } from './pod-printer.ts';
import type { Printer } from './printer.ts';
import { servicePrinter } from './service-printer.ts';
import { deploymentPrinter, replicaSetPrinter, scalePrinter } from './workload-printers.ts';

const printers: Readonly<Record<string, Printer>> = {
	configmaps: configMapPrinter,
	deployments: deploymentPrinter,
	endpoints: endpointsPrinter,
	endpointslices: endpointSlicePrinter,
	events: eventPrinter,
	leases: leasePrinter,
	namespaces: namespacePrinter,
	nodes: nodePrinter,
	pods: podPrinter,
	replicasets: replicaSetPrinter,
	scales: scalePrinter,
	secrets: secretPrinter,
	serviceaccounts: serviceAccountPrinter,
	services: servicePrinter
};

/** The printer of a resource, by its plural; undefined when it has none of its own. */
export function printerOf(resource: string): Printer | undefined {
	return printers[resource] ?? kindRulesAt(resource)?.printer;
}

/**
 * The objects as the `Table` that the API server answers to kubectl.
 *
 * @param resource plural
 * @param nowMs the cluster's clock, ms since 1970
 * @param own the printer of a kind that someone defined
 */
export function tableOf(
	resource: string,
	objects: readonly KubeObject[],
	nowMs: number,
	own?: Printer
): ApiTable {
	const printer = own ?? printerOf(resource) ?? plainPrinter;
	return {
		kind: 'Table',
		apiVersion: 'meta.k8s.io/v1',
		metadata: {},
		columnDefinitions: printer.columns.map(({ name, type, format, wide }) => ({
			name,
			type,
			format,
			description: '',
			priority: wide ? 1 : 0
		})),
		rows: objects.map((object) => {
			const conditions = printer.conditions?.(object);
			return { cells: printer.row(object, nowMs), ...(conditions && { conditions }), object };
		})
	};
}
