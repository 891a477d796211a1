import type { ApiRequest } from '#lib/kubernetes/api-client.ts';
import type { Status } from '#lib/kubernetes/object.ts';
import { isRecord } from '#lib/kubernetes/patch/merge-patch.ts';
import { invalid } from '#lib/kubernetes/status.ts';
import {
	causeOf,
	type FieldError,
	forbiddenError,
	invalidError,
	notSupportedError,
	requiredError,
	tooLongError
} from '#lib/kubernetes/validation/field-error.ts';
import { byteLength } from '#lib/kubernetes/validation/name-rules.ts';
import type { RequestContext } from './operation.ts';
import type { DeleteOptions } from './verbs/delete-options.ts';

const kinds: Readonly<Record<string, string>> = {
	POST: 'CreateOptions',
	PUT: 'UpdateOptions',
	PATCH: 'PatchOptions'
};
const longestManager = 128;

/**
 * What is wrong with the query of a write. Models apimachinery/pkg/apis/meta/v1/validation/validation.go
 * ValidateCreateOptions, ValidateUpdateOptions and ValidatePatchOptions.
 */
export function invalidWriteOptions({ request, route }: RequestContext): Status | undefined {
	const { query = {}, method, contentType } = request;
	const kind = kinds[method];
	if (kind === undefined || route.subresource === 'binding') return undefined;
	const { force, fieldManager, dryRun, fieldValidation } = query;
	const errors: FieldError[] = [];
	if (method === 'PATCH' && contentType?.includes('apply-patch')) {
		if (!fieldManager) errors.push(requiredError('fieldManager', 'is required for apply patch'));
	} else if (force !== undefined && method === 'PATCH') {
		errors.push(forbiddenError('force', 'may not be specified for non-apply patch'));
	}
	if (fieldManager !== undefined && byteLength(fieldManager) > longestManager) {
		errors.push(tooLongError('fieldManager', longestManager));
	}
	const unprintable = fieldManager === undefined ? undefined : unprintableAt(fieldManager);
	if (unprintable !== undefined) {
		errors.push(invalidError('fieldManager', fieldManager, unprintable));
	}
	if (dryRun !== undefined && dryRun !== '' && dryRun !== 'All') {
		errors.push(notSupportedError('dryRun', [dryRun], ['All']));
	}
	if (!['', 'Ignore', 'Strict', 'Warn'].includes(fieldValidation ?? '')) {
		const allowed = ['', 'Ignore', 'Strict', 'Warn'];
		errors.push(notSupportedError('fieldValidation', fieldValidation, allowed));
	}
	return errors.length === 0
		? undefined
		: invalid({ group: 'meta.k8s.io', kind }, '', errors.map(causeOf));
}

/** Models ValidateFieldManager: the first letter that can't be printed, with its place in bytes. */
function unprintableAt(manager: string): string | undefined {
	let at = 0;
	for (const letter of manager) {
		if (!/[\p{L}\p{M}\p{N}\p{P}\p{S} ]/u.test(letter)) {
			const code = letter.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0');
			return `invalid character U+${code} (at position ${at})`;
		}
		at += byteLength(letter);
	}
	return undefined;
}

/** Whether a write shall only be rehearsed: a DELETE may also say so in its body. */
export function isDryRun({ method, query, body }: ApiRequest): boolean {
	const options = method === 'DELETE' && isRecord(body) ? (body as DeleteOptions) : {};
	return query?.dryRun === 'All' || options.dryRun?.includes('All') === true;
}
