import type { Container, Pod, PodSpec } from '../pod.ts';
import { isDeepEqual } from '../deep-equal.ts';
import { internalDiff } from '../go-types/internal-diff.ts';
import { type PodFacts, validateCommon } from './container.ts';
import { duplicateError, type FieldError, forbiddenError, notFoundError } from './field-error.ts';

interface EphemeralContainer extends Container {
	readonly targetContainerName?: string;
}

/** What only containers that carry the Pod may have. Models allowedEphemeralContainerFields. */
const forbiddenFields = [
	'ports',
	'resources',
	'resizePolicy',
	'restartPolicy',
	'restartPolicyRules',
	'livenessProbe',
	'readinessProbe',
	'startupProbe',
	'lifecycle'
] as const;

export function ephemeralContainersOf(spec: PodSpec): readonly EphemeralContainer[] {
	return (spec['ephemeralContainers'] as readonly EphemeralContainer[] | undefined) ?? [];
}

/** Models pkg/apis/core/validation/validation.go validateEphemeralContainers. */
export function validateEphemeralContainers(
	spec: PodSpec,
	pod: PodFacts,
	path: string
): FieldError[] {
	const others = [...(spec.containers ?? []), ...(spec.initContainers ?? [])];
	const lasting = new Set(others.map(({ name }) => name));
	const names = new Set(lasting);
	return ephemeralContainersOf(spec).flatMap((container, index) => {
		const at = `${path}[${index}]`;
		const { name, targetContainerName: target } = container;
		const errors = validateCommon(container, pod, at);
		if (names.has(name)) errors.push(duplicateError(`${at}.name`, name));
		names.add(name);
		if (target && !lasting.has(target)) {
			errors.push(notFoundError(`${at}.targetContainerName`, target));
		}
		return [...errors, ...onlyForLasting(container, at)];
	});
}

function onlyForLasting(container: EphemeralContainer, path: string): FieldError[] {
	const why = 'cannot be set for an Ephemeral Container';
	const fields = container as unknown as Readonly<Record<string, unknown>>;
	const isSet = (value: unknown): boolean =>
		value !== undefined && Object.keys(value as object).length > 0;
	const errors = forbiddenFields
		.filter((field) => isSet(fields[field]))
		.map((field) => forbiddenError(`${path}.${field}`, why));
	const mounts = (fields['volumeMounts'] ?? []) as readonly Readonly<Record<string, unknown>>[];
	for (const [index, mount] of mounts.entries()) {
		for (const field of ['subPath', 'subPathExpr']) {
			if (mount[field]) errors.push(forbiddenError(`${path}.volumeMounts[${index}].${field}`, why));
		}
	}
	return errors;
}

const mirror = 'kubernetes.io/config.mirror';

/** They can only be added. Models ValidatePodEphemeralContainersUpdate. */
export function validateEphemeralUpdate(pod: Pod, old: Pod): FieldError[] {
	if (old.metadata.annotations?.[mirror] !== undefined) {
		return [forbiddenError('', 'static pods do not support ephemeral containers')];
	}
	const path = 'spec.ephemeralContainers';
	const now = new Map(ephemeralContainersOf(pod.spec).map((one) => [one.name, one]));
	return ephemeralContainersOf(old.spec).flatMap((before) => {
		const name = JSON.stringify(before.name);
		const after = now.get(before.name);
		if (after === undefined) {
			return [forbiddenError(path, `existing ephemeral containers ${name} may not be removed\n`)];
		}
		if (isDeepEqual(before, after)) return [];
		const difference = internalDiff(before, after, 'EphemeralContainer');
		const why = `existing ephemeral containers ${name} may not be changed\n${difference}`;
		return [forbiddenError(path, why)];
	});
}
