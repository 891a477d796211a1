import type { Service, ServicePort } from '../service.ts';
import {
	age,
	ageColumn,
	column,
	formatLabels,
	nameColumn,
	type Printer,
	wideColumn
} from './printer.ts';

/** Models pkg/printers/internalversion/printers.go printService. */
export const servicePrinter: Printer = {
	columns: [
		nameColumn,
		column('Type'),
		column('Cluster-IP'),
		column('External-IP'),
		column('Port(s)'),
		ageColumn,
		wideColumn('Selector')
	],
	row(object, nowMs) {
		const { metadata, spec } = object as Service;
		return [
			metadata.name ?? '',
			spec.type ?? '',
			spec.clusterIPs?.[0] ?? '<none>',
			externalAddresses(object as Service),
			(spec.ports ?? []).map(portText).join(',') || '<none>',
			age(object, nowMs),
			formatLabels(spec.selector)
		];
	}
};

/** Models getServiceExternalIP. */
function externalAddresses({ spec, status }: Service): string {
	const { type, externalIPs = [] } = spec;
	switch (type) {
		case 'ClusterIP':
		case 'NodePort':
			return externalIPs.join(',') || '<none>';
		case 'LoadBalancer': {
			const given = (status?.loadBalancer?.ingress ?? [])
				.map(({ ip, hostname }) => ip || hostname || '')
				.filter((address) => address !== '');
			return [...[...new Set(given)].sort(), ...externalIPs].join(',') || '<pending>';
		}
		case 'ExternalName':
			return spec.externalName ?? '';
		default:
			return '<unknown>';
	}
}

/** Models makePortString. */
function portText({ port, nodePort, protocol }: ServicePort): string {
	return nodePort ? `${port}:${nodePort}/${protocol}` : `${port}/${protocol}`;
}
