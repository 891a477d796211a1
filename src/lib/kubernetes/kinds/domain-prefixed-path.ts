import { type FieldError, invalidError, requiredError } from '../validation/field-error.ts';
import { dns1123Subdomain } from '../validation/name-rules.ts';

const pathPattern = /^[A-Za-z0-9/\-._~%!$&'()*+,;=:]+$/;

/** `example.com/foo`. Models apimachinery pkg/util/validation/validation.go IsDomainPrefixedPath. */
export function domainPrefixedPath(text: string, path: string): FieldError[] {
	if (text === '') return [requiredError(path)];
	const slash = text.indexOf('/');
	const host = slash < 0 ? text : text.slice(0, slash);
	const rest = slash < 0 ? '' : text.slice(slash + 1);
	if (slash < 0 || host === '' || rest === '') {
		return [invalidError(path, text, 'must be a domain-prefixed path (such as "acme.io/foo")')];
	}
	const wrong = dns1123Subdomain(host);
	if (wrong.length > 0) return wrong.map((why) => invalidError(path, host, why));
	if (pathPattern.test(rest)) return [];
	return [
		invalidError(
			path,
			rest,
			`Invalid path (regex used for validation is '${"[A-Za-z0-9/\\-._~%!$&'()*+,;=:]+"}')`
		)
	];
}
