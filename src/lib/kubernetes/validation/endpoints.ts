import type { EndpointAddress, EndpointPort, Endpoints } from '../endpoint-slice.ts';
import { errorsOfNew } from './errors-of-new.ts';
import { type FieldError, invalidError, notSupportedError, requiredError } from './field-error.ts';
import { validateIp, validateNonSpecialIp } from './ip.ts';
import { ruled, subdomainName } from './metadata.ts';
import { dns1123Label, portNumber, qualifiedName } from './name-rules.ts';

const protocols = ['SCTP', 'TCP', 'UDP'];

/** Models pkg/apis/core/validation/validation.go validateEndpointSubsets. */
export function validateEndpoints({ subsets = [] }: Endpoints): FieldError[] {
	return subsets.flatMap(({ addresses = [], notReadyAddresses = [], ports = [] }, index) => {
		const at = `subsets[${index}]`;
		const isEmpty = addresses.length === 0 && notReadyAddresses.length === 0;
		return [
			...(isEmpty ? [requiredError(at, 'must specify `addresses` or `notReadyAddresses`')] : []),
			...errorsOfNew(addresses, `${at}.addresses`, validateAddress),
			...errorsOfNew(notReadyAddresses, `${at}.notReadyAddresses`, validateAddress),
			...ports.flatMap((port, place) =>
				validatePort(port, ports.length > 1, `${at}.ports[${place}]`)
			)
		];
	});
}

function validateAddress({ ip, hostname, nodeName }: EndpointAddress, at: string): FieldError[] {
	return [
		...validateIp(ip, `${at}.ip`),
		...(hostname ? ruled(dns1123Label, hostname, `${at}.hostname`) : []),
		...(nodeName === undefined ? [] : ruled(subdomainName, nodeName, `${at}.nodeName`)),
		...validateNonSpecialIp(ip, `${at}.ip`)
	];
}

function validatePort(port: EndpointPort, isNameNeeded: boolean, at: string): FieldError[] {
	const { name, protocol, appProtocol, port: number = 0 } = port;
	const errors: FieldError[] = [];
	if (name) errors.push(...ruled(dns1123Label, name, `${at}.name`));
	else if (isNameNeeded) errors.push(requiredError(`${at}.name`));
	errors.push(...portNumber(number).map((text) => invalidError(`${at}.port`, number, text)));
	errors.push(...validateProtocol(protocol, `${at}.protocol`));
	if (appProtocol !== undefined) {
		errors.push(...ruled(qualifiedName, appProtocol, `${at}.appProtocol`));
	}
	return errors;
}

/** One of the protocols that a port can have. */
export function validateProtocol(protocol: string | undefined, field: string): FieldError[] {
	if (!protocol) return [requiredError(field)];
	return protocols.includes(protocol) ? [] : [notSupportedError(field, protocol, protocols)];
}
