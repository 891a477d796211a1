import { type FieldError, invalidError } from './field-error.ts';

const deletionCost = 'controller.kubernetes.io/pod-deletion-cost';
const limit = 2 ** 31;

/** Models pkg/apis/core/validation/validation.go ValidatePodSpecificAnnotations, as far as the cost of deletion goes. */
export function validatePodAnnotations(
	annotations: Readonly<Record<string, string>> | undefined,
	field: string
): FieldError[] {
	const cost = annotations?.[deletionCost];
	if (cost === undefined || isInt32(cost)) return [];
	return [invalidError(`${field}[${deletionCost}]`, cost, 'must be a 32bit integer')];
}

/** Without a plus or zeros before it. Models pkg/apis/core/helper/helpers.go GetDeletionCostFromPodAnnotations. */
function isInt32(text: string): boolean {
	const value = Number(text);
	return /^(?:0|-\d+|[1-9]\d*)$/.test(text) && value >= -limit && value < limit;
}
