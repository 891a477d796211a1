import type { Endpoint, EndpointPort, EndpointSlice } from '../endpoint-slice.ts';
import { parseIp } from '../ip-address.ts';
import { validateProtocol } from './endpoints.ts';
import { errorsOfNew } from './errors-of-new.ts';
import {
	duplicateError,
	type FieldError,
	invalidError,
	notSupportedError,
	requiredError,
	tooManyError
} from './field-error.ts';
import { validateIp, validateNonSpecialIp } from './ip.ts';
import { ruled, subdomainName } from './metadata.ts';
import { dns1123Label, dns1123Subdomain, labelValue, qualifiedName } from './name-rules.ts';

const types = ['FQDN', 'IPv4', 'IPv6'];
const maxAddresses = 100;
const maxPorts = 20_000;
const maxEndpoints = 1000;
const maxHints = 8;

type AddressType = EndpointSlice['addressType'];

/** Models pkg/apis/discovery/validation/validation.go ValidateEndpointSlice. */
export function validateEndpointSlice({
	addressType,
	endpoints,
	ports
}: EndpointSlice): FieldError[] {
	const list = endpoints ?? [];
	return [
		...validateType(addressType),
		...(list.length > maxEndpoints
			? [tooManyError('endpoints', list.length, maxEndpoints)]
			: errorsOfNew(list, 'endpoints', endpointRule(addressType))),
		...validatePorts(ports ?? [])
	];
}

/** Models ValidateEndpointSliceUpdate. */
export function validateEndpointSliceUpdate(
	slice: EndpointSlice,
	old: EndpointSlice
): FieldError[] {
	return slice.addressType === old.addressType
		? []
		: [invalidError('addressType', slice.addressType, 'field is immutable')];
}

function validateType(type: string | undefined): FieldError[] {
	if (!type) return [requiredError('addressType')];
	return types.includes(type) ? [] : [notSupportedError('addressType', type, types)];
}

type EndpointRule = (endpoint: Endpoint, at: string) => FieldError[];

const endpointRules = new Map<AddressType, EndpointRule>();

/** The same rule for the same type of addresses. */
function endpointRule(type: AddressType): EndpointRule {
	let rule = endpointRules.get(type);
	if (rule === undefined) {
		rule = (endpoint, at) => validateEndpoint(endpoint, type, at);
		endpointRules.set(type, rule);
	}
	return rule;
}

function validateEndpoint(endpoint: Endpoint, type: AddressType, at: string): FieldError[] {
	const { addresses = [], nodeName, hostname, hints } = endpoint;
	const path = `${at}.addresses`;
	const errors: FieldError[] = [];
	if (addresses.length === 0) {
		errors.push(requiredError(path, 'must contain at least 1 address'));
	} else if (addresses.length > maxAddresses) {
		errors.push(tooManyError(path, addresses.length, maxAddresses));
	}
	for (const [index, address] of addresses.entries()) {
		errors.push(...validateAddress(address, type, path, index));
	}
	if (nodeName !== undefined) errors.push(...ruled(subdomainName, nodeName, `${at}.nodeName`));
	if (hostname !== undefined) errors.push(...ruled(dns1123Label, hostname, `${at}.hostname`));
	for (const list of ['forZones', 'forNodes'] as const) {
		errors.push(...validateHints(hints?.[list] ?? [], `${at}.hints.${list}`));
	}
	return errors;
}

/** Upstream names the whole list when an address is of the other family. */
function validateAddress(
	text: string,
	type: AddressType,
	path: string,
	index: number
): FieldError[] {
	const at = `${path}[${index}]`;
	if (type === 'FQDN') return validateDomain(text, at);
	if (type !== 'IPv4' && type !== 'IPv6') return [];
	const errors = validateIp(text, at);
	if (errors.length > 0) return errors;
	if (parseIp(text)?.family !== type) {
		return [invalidError(path, text, `must be an ${type} address`)];
	}
	return validateNonSpecialIp(text, at);
}

/** Models IsFullyQualifiedDomainName. */
function validateDomain(text: string, at: string): FieldError[] {
	const name = text.replace(/\.$/, '');
	if (name === '') return [requiredError(at)];
	const errors = ruled(dns1123Subdomain, name, at);
	if (errors.length > 0) return errors;
	return name.split('.').length < 2
		? [invalidError(at, text, 'should be a domain with at least two segments separated by dots')]
		: name.split('.').flatMap((label) => ruled(dns1123Label, label, at));
}

function validateHints(hints: readonly { readonly name: string }[], path: string): FieldError[] {
	if (hints.length > maxHints) return [tooManyError(path, hints.length, maxHints)];
	return hints.flatMap(({ name }, index) => {
		const at = `${path}[${index}].name`;
		const isSecond = hints.findIndex((other) => other.name === name) < index;
		return [...(isSecond ? [duplicateError(at, name)] : []), ...ruled(labelValue, name, at)];
	});
}

function validatePorts(ports: readonly EndpointPort[]): FieldError[] {
	if (ports.length > maxPorts) return [tooManyError('ports', ports.length, maxPorts)];
	const names = new Set<string>();
	return ports.flatMap(({ name = '', protocol, appProtocol }, index) => {
		const at = `ports[${index}]`;
		const isSecond = names.has(name);
		names.add(name);
		return [
			...(name === '' ? [] : ruled(dns1123Label, name, `${at}.name`)),
			...(isSecond ? [duplicateError(`${at}.name`, name)] : []),
			...validateProtocol(protocol, `${at}.protocol`),
			...(appProtocol === undefined ? [] : ruled(qualifiedName, appProtocol, `${at}.appProtocol`))
		];
	});
}
