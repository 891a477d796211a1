import type { Endpoints, EndpointSlice, EndpointSubset } from '../endpoint-slice.ts';
import { age, ageColumn, column, nameColumn, type Printer } from './printer.ts';

/** More than these are only counted. */
const shown = 3;

/** Models pkg/printers/internalversion/printers.go printEndpoints. */
export const endpointsPrinter: Printer = {
	columns: [nameColumn, column('Endpoints'), ageColumn],
	row(object, nowMs) {
		const { metadata, subsets = [] } = object as Endpoints;
		const addresses = subsets.flatMap(addressesOf);
		const text = subsets.length === 0 ? '<none>' : abridged(addresses);
		return [metadata.name ?? '', text, age(object, nowMs)];
	}
};

/** Models printEndpointSlice. */
export const endpointSlicePrinter: Printer = {
	columns: [nameColumn, column('AddressType'), column('Ports'), column('Endpoints'), ageColumn],
	row(object, nowMs) {
		const { metadata, addressType, ports, endpoints } = object as EndpointSlice;
		return [
			metadata.name ?? '',
			addressType ?? '',
			abridged((ports ?? []).map(({ port, name }) => String(port ?? name ?? '*'))) || '<unset>',
			abridged((endpoints ?? []).flatMap(({ addresses }) => addresses)) || '<unset>',
			age(object, nowMs)
		];
	}
};

/** Models formatEndpoints. */
function addressesOf({ addresses = [], ports = [] }: EndpointSubset): readonly string[] {
	if (ports.length === 0) return addresses.map(({ ip }) => ip);
	return ports.flatMap(({ port }) =>
		addresses.map(({ ip }) => `${ip.includes(':') ? `[${ip}]` : ip}:${port}`)
	);
}

/** Models listWithMoreString. */
function abridged(list: readonly string[]): string {
	const text = list.slice(0, shown).join(',');
	return list.length > shown ? `${text} + ${list.length - shown} more...` : text;
}
