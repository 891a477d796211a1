import type { Status } from '#lib/kubernetes/object.ts';
import { invalid } from '#lib/kubernetes/status.ts';
import {
	causeOf,
	type FieldError,
	forbiddenError,
	notSupportedError
} from '#lib/kubernetes/validation/field-error.ts';

type Query = Readonly<Record<string, string>>;

const field = 'resourceVersionMatch';

/**
 * What is wrong with the query of a list or a watch. Models apimachinery/pkg/apis/meta/internalversion/validation/
 * validation.go ValidateListOptions.
 */
export function invalidListOptions(query: Query = {}, isWatch: boolean): Status | undefined {
	const errors = isWatch ? watchErrors(query) : listErrors(query);
	return errors.length === 0
		? undefined
		: invalid({ group: 'meta.k8s.io', kind: 'ListOptions' }, '', errors.map(causeOf));
}

function listErrors(query: Query): FieldError[] {
	const { resourceVersionMatch: match, resourceVersion, sendInitialEvents } = query;
	const errors: FieldError[] = [];
	if (match) {
		if (!resourceVersion) {
			const why = 'resourceVersionMatch is forbidden unless resourceVersion is provided';
			errors.push(forbiddenError(field, why));
		}
		if (query.continue) {
			const why = 'resourceVersionMatch is forbidden when continue is provided';
			errors.push(forbiddenError(field, why));
		}
		if (match !== 'Exact' && match !== 'NotOlderThan') {
			errors.push(notSupportedError(field, match, ['Exact', 'NotOlderThan', '']));
		}
		if (match === 'Exact' && resourceVersion === '0') {
			const why = 'resourceVersionMatch "exact" is forbidden for resourceVersion "0"';
			errors.push(forbiddenError(field, why));
		}
	}
	if (sendInitialEvents !== undefined) {
		const why = 'sendInitialEvents is forbidden for list';
		errors.push(forbiddenError('sendInitialEvents', why));
	}
	return errors;
}

function watchErrors({ resourceVersionMatch: match, sendInitialEvents }: Query): FieldError[] {
	const errors: FieldError[] = [];
	if (sendInitialEvents !== undefined && match !== 'NotOlderThan') {
		const why = 'sendInitialEvents requires setting resourceVersionMatch to NotOlderThan';
		errors.push(forbiddenError(field, why));
	}
	if (!match) return errors;
	if (sendInitialEvents === undefined) {
		const why = 'resourceVersionMatch is forbidden for watch unless sendInitialEvents is provided';
		errors.push(forbiddenError(field, why));
	}
	if (match !== 'NotOlderThan') errors.push(notSupportedError(field, match, ['NotOlderThan']));
	return errors;
}
