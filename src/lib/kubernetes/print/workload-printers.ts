import type { Deployment } from '../deployment.ts';
import { formatSelector, type LabelSelector, selectorOf } from '../labels/selector.ts';
import type { PodTemplate } from '../pod-template.ts';
import type { ReplicaSet } from '../replica-set.ts';
import { age, ageColumn, column, nameColumn, type Printer, wideColumn } from './printer.ts';

export const templateColumns = [
	wideColumn('Containers'),
	wideColumn('Images'),
	wideColumn('Selector')
];

/** Models pkg/printers/internalversion/printers.go printDeployment. */
export const deploymentPrinter: Printer = {
	columns: [
		nameColumn,
		column('Ready'),
		column('Up-to-date'),
		column('Available'),
		ageColumn,
		...templateColumns
	],
	row(object, nowMs) {
		const { metadata, spec, status } = object as Deployment;
		return [
			metadata.name ?? '',
			`${status?.readyReplicas ?? 0}/${spec.replicas ?? 0}`,
			status?.updatedReplicas ?? 0,
			status?.availableReplicas ?? 0,
			age(object, nowMs),
			...containerCells(spec.template),
			selectorText(spec.selector, '<invalid>')
		];
	}
};

/** Models printReplicaSet. */
export const replicaSetPrinter: Printer = {
	columns: [
		nameColumn,
		column('Desired', 'integer'),
		column('Current', 'integer'),
		column('Ready', 'integer'),
		ageColumn,
		...templateColumns
	],
	row(object, nowMs) {
		const { metadata, spec, status } = object as ReplicaSet;
		return [
			metadata.name ?? '',
			spec.replicas ?? 0,
			status?.replicas ?? 0,
			status?.readyReplicas ?? 0,
			age(object, nowMs),
			...containerCells(spec.template),
			selectorText(spec.selector, '<error>') || '<none>'
		];
	}
};

/** Models printScale. */
export const scalePrinter: Printer = {
	columns: [nameColumn, column('Desired', 'integer'), column('Available', 'integer'), ageColumn],
	row(object, nowMs) {
		const { metadata, spec, status } = object as Deployment;
		return [metadata.name ?? '', spec.replicas ?? 0, status?.replicas ?? 0, age(object, nowMs)];
	}
};

/** Models layoutContainerCells. */
export function containerCells(template: PodTemplate): readonly [string, string] {
	const containers = template?.spec?.containers ?? [];
	return [
		containers.map(({ name }) => name).join(','),
		containers.map(({ image }) => image ?? '').join(',')
	];
}

export function selectorText(selector: LabelSelector | undefined, otherwise: string): string {
	if (selector === undefined) return '';
	try {
		return formatSelector(selectorOf(selector));
	} catch {
		return otherwise;
	}
}
