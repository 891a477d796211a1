import type { Deployment } from '../deployment.ts';
import type { ReplicaSet } from '../replica-set.ts';
import { type FieldError, invalidError } from './field-error.ts';
import { nonNegative } from './metadata.ts';

type Counts = Readonly<Record<string, number | undefined>>;

/** Models pkg/apis/apps/validation/validation.go ValidateDeploymentStatusUpdate. */
export function validateDeploymentStatus(
	{ status }: Deployment,
	{ status: old }: Deployment
): FieldError[] {
	const counts = status as Counts;
	const errors = validateCounts(counts, [
		'observedGeneration',
		'replicas',
		'updatedReplicas',
		'readyReplicas',
		'availableReplicas',
		'unavailableReplicas',
		'terminatingReplicas',
		'collisionCount'
	]);
	errors.push(...notAbove(counts, ['updatedReplicas', 'readyReplicas', 'availableReplicas']));
	const collisions = status.collisionCount ?? 0;
	if (collisions < (old?.collisionCount ?? 0)) {
		errors.push(invalidError('status.collisionCount', collisions, 'cannot be decremented'));
	}
	return errors;
}

/** Models ValidateReplicaSetStatus. */
export function validateReplicaSetStatus({ status }: ReplicaSet): FieldError[] {
	const counts = status as unknown as Counts;
	return [
		...validateCounts(counts, [
			'replicas',
			'fullyLabeledReplicas',
			'readyReplicas',
			'availableReplicas',
			'terminatingReplicas',
			'observedGeneration'
		]),
		...notAbove(counts, ['fullyLabeledReplicas', 'readyReplicas', 'availableReplicas'])
	];
}

function validateCounts(counts: Counts, fields: readonly string[]): FieldError[] {
	return fields.flatMap((field) => nonNegative(counts[field], `status.${field}`));
}

function notAbove(counts: Counts, fields: readonly string[]): FieldError[] {
	const { replicas = 0, readyReplicas = 0, availableReplicas = 0 } = counts;
	const errors = fields.flatMap((field) => {
		const count = counts[field] ?? 0;
		return count > replicas
			? [invalidError(`status.${field}`, count, 'cannot be greater than status.replicas')]
			: [];
	});
	return availableReplicas > readyReplicas
		? [
				...errors,
				invalidError(
					'status.availableReplicas',
					availableReplicas,
					'cannot be greater than readyReplicas'
				)
			]
		: errors;
}
