import type { Node } from '../pod.ts';
import { age, ageColumn, column, nameColumn, type Printer, wideColumn } from './printer.ts';

const rolePrefix = 'node-role.kubernetes.io/';

/** Models pkg/printers/internalversion/printers.go printNode. */
export const nodePrinter: Printer = {
	columns: [
		nameColumn,
		column('Status'),
		column('Roles'),
		ageColumn,
		column('Version'),
		wideColumn('Internal-IP'),
		wideColumn('External-IP'),
		wideColumn('OS-Image'),
		wideColumn('Kernel-Version'),
		wideColumn('Container-Runtime')
	],
	row(object, nowMs) {
		const node = object as Node;
		const info = node.status?.nodeInfo ?? {};
		return [
			node.metadata.name ?? '',
			statusText(node),
			rolesOf(node).join(',') || '<none>',
			age(node, nowMs),
			info['kubeletVersion'] ?? '',
			addressOf(node, 'InternalIP'),
			addressOf(node, 'ExternalIP'),
			info['osImage'] || '<unknown>',
			info['kernelVersion'] || '<unknown>',
			info['containerRuntimeVersion'] || '<unknown>'
		];
	}
};

function statusText({ spec, status }: Node): string {
	const ready = status?.conditions?.findLast(({ type }) => type === 'Ready');
	const words = [ready ? (ready.status === 'True' ? 'Ready' : 'NotReady') : 'Unknown'];
	if (spec?.unschedulable) words.push('SchedulingDisabled');
	return words.join(',');
}

/** Sorted, from `node-role.kubernetes.io/ROLE` and `kubernetes.io/role=ROLE`. Models findNodeRoles. */
function rolesOf(node: Node): readonly string[] {
	const roles = Object.entries(node.metadata.labels ?? {}).map(([key, value]) => {
		if (key.startsWith(rolePrefix)) return key.slice(rolePrefix.length);
		return key === 'kubernetes.io/role' ? value : '';
	});
	return [...new Set(roles.filter((role) => role !== ''))].sort();
}

function addressOf({ status }: Node, wanted: string): string {
	return status?.addresses?.find(({ type }) => type === wanted)?.address ?? '<none>';
}
