import { type FieldError, invalidError } from '../../validation/field-error.ts';
import { ruled, subdomainName } from '../../validation/metadata.ts';

const wildcardPattern = '\\*\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*';
const wildcard = new RegExp(`^${wildcardPattern}$`);
const wildcardText = `a wildcard DNS-1123 subdomain must start with '*.', followed by a valid DNS subdomain, which must consist of lower case alphanumeric characters, '-' or '.' and end with an alphanumeric character (e.g. '*.example.com', regex used for validation is '${wildcardPattern}')`;

/** A host of an Ingress: a DNS name, its first label may be a star. Models validateIngressRules and validateIngressTLS. */
export function validateHost(host: string, path: string, refusesIp: boolean): FieldError[] {
	const errors: FieldError[] = [];
	if (refusesIp && /^\d+(\.\d+){3}$|^[\da-fA-F]*:[\da-fA-F:.]*$/.test(host)) {
		errors.push(invalidError(path, host, 'must be a DNS name, not an IP address'));
	}
	if (!host.includes('*')) return [...errors, ...ruled(subdomainName, host, path)];
	return wildcard.test(host) ? errors : [...errors, invalidError(path, host, wildcardText)];
}
