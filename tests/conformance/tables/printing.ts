import type { KubeObject } from '#lib/kubernetes/object.ts';
import { learnFurtherKinds } from '#lib/kubernetes/kinds/further-kinds.ts';
import { printerOf } from '#lib/kubernetes/print/table.ts';
import { compared, skipped } from '../outcome.ts';
import type { CaseRunner, TableRunners } from '../table.ts';

learnFurtherKinds();

const nowMs = Date.parse('2026-01-02T03:04:05Z');

/** Times like `now-65s` and `now+1s` as RFC 3339. */
function withTimes(value: unknown): unknown {
	if (typeof value === 'string') {
		const match = /^now(?:([+-][\d.]+)s)?$/.exec(value);
		return match ? new Date(nowMs + Number(match[1] ?? 0) * 1000).toISOString() : value;
	}
	if (Array.isArray(value)) return value.map(withTimes);
	if (typeof value !== 'object' || value === null) return value;
	return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, withTimes(inner)]));
}

/** Tables of these have the cell of the volume mode also where nobody asked for wide columns: their descriptions say so. */
const saysVolumeMode = new Set(['persistentvolumes', 'persistentvolumeclaims']);

function rows(resource: string): CaseRunner {
	return ({ input, expected }) => {
		const printer = printerOf(resource);
		if (printer === undefined) return skipped(`there are no ${resource} yet`);
		const { object, wide } = input as { object: unknown; wide: boolean };
		const isShown = wide || saysVolumeMode.has(resource);
		const cells = printer
			.row(withTimes(object) as KubeObject, nowMs)
			.filter((_, index) => isShown || !printer.columns[index]?.wide);
		return compared((expected as { rows: unknown }).rows, [cells]);
	};
}

const resources: Readonly<Record<string, string>> = {
	configmap: 'configmaps',
	cronjob: 'cronjobs',
	daemonset: 'daemonsets',
	deployment: 'deployments',
	endpoints: 'endpoints',
	endpointslice: 'endpointslices',
	event: 'events',
	hpa: 'horizontalpodautoscalers',
	job: 'jobs',
	namespace: 'namespaces',
	networkpolicy: 'networkpolicies',
	node: 'nodes',
	pdb: 'poddisruptionbudgets',
	pod: 'pods',
	'pod-derived': 'pods',
	'pod-sidecar': 'pods',
	'pod-wide': 'pods',
	pv: 'persistentvolumes',
	pvc: 'persistentvolumeclaims',
	replicaset: 'replicasets',
	replicationcontroller: 'replicationcontrollers',
	secret: 'secrets',
	service: 'services',
	serviceaccount: 'serviceaccounts',
	statefulset: 'statefulsets',
	storageclass: 'storageclasses'
};

export const printingTables: TableRunners = {
	...Object.fromEntries(
		Object.entries(resources).map(([name, resource]) => [`print-${name}`, rows(resource)])
	),
	'printer-columns': ({ input, expected }) => {
		const printer = printerOf(input as string);
		if (printer === undefined) return skipped(`there are no ${String(input)} yet`);
		const named = (wide: boolean) =>
			printer.columns.filter((column) => column.wide === wide).map(({ name }) => name);
		return compared(expected, { columns: named(false), wideColumns: named(true) });
	}
};
