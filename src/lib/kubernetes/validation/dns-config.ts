import { type FieldError, invalidError, requiredError } from './field-error.ts';
import { validateIp } from './ip.ts';

/** core/v1 PodDNSConfig. */
export interface DnsConfig {
	readonly nameservers?: readonly string[];
	readonly searches?: readonly string[];
	readonly options?: readonly { readonly name?: string }[];
}

const mostServers = 3;
const mostSearches = 32;
const mostSearchLetters = 2048;
const label = '_?[a-z0-9]([-_a-z0-9]*[a-z0-9])?';
const domain = `${label}(\\.${label})*`;
const searchRule = `a lowercase RFC 1123 subdomain must consist of lower case alphanumeric characters, '_', '-' or '.', and must start and end with an alphanumeric character (e.g. 'example.com', regex used for validation is '${domain}')`;

/** Models pkg/apis/core/validation/validation.go validatePodDNSConfig. */
export function validateDnsConfig(config: DnsConfig, path: string): FieldError[] {
	const { nameservers = [], searches = [], options = [] } = config;
	const errors: FieldError[] = [];
	if (nameservers.length > mostServers) {
		const why = `must not have more than ${mostServers} nameservers`;
		errors.push(invalidError(`${path}.nameservers`, nameservers, why));
	}
	nameservers.forEach((server, index) => {
		errors.push(...validateIp(server, `${path}.nameservers[${index}]`));
	});
	if (searches.length > mostSearches) {
		const why = `must not have more than ${mostSearches} search paths`;
		errors.push(invalidError(`${path}.searches`, searches, why));
	}
	if (searches.join(' ').length > mostSearchLetters) {
		const why = `must not have more than ${mostSearchLetters} characters (including spaces) in the search list`;
		errors.push(invalidError(`${path}.searches`, searches, why));
	}
	searches.forEach((search, index) => {
		const bare = search.replace(/\.$/, '');
		if (search === '.' || new RegExp(`^${domain}$`).test(bare)) return;
		errors.push(invalidError(`${path}.searches[${index}]`, bare, searchRule));
	});
	options.forEach(({ name }, index) => {
		if (!name) errors.push(requiredError(`${path}.options[${index}]`, 'must not be empty'));
	});
	return errors;
}
