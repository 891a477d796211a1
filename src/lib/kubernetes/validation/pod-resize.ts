import { isDeepEqual } from '../deep-equal.ts';
import type { Container, Pod } from '../pod.ts';
import { isSidecar } from '../pod-status/container-status.ts';
import { qosClass } from '../qos.ts';
import { type FieldError, forbiddenError, invalidError } from './field-error.ts';

const mirror = 'kubernetes.io/config.mirror';
const resizable = ['cpu', 'memory'];

/**
 * What a resize may change of a Pod: how much CPU and memory its containers ask for and may have.
 * Models pkg/apis/core/validation/validation.go ValidatePodResize.
 */
export function validatePodResize(pod: Pod, old: Pod): FieldError[] {
	if (old.metadata.annotations?.[mirror] !== undefined) {
		return [forbiddenError('', 'static pods cannot be resized')];
	}
	const os = old.spec['os'] as { readonly name?: string } | undefined;
	if (os?.name === 'windows') return [forbiddenError('', 'windows pods cannot be resized')];
	const errors: FieldError[] = [];
	const qos = qosClass(pod.spec);
	if (qos !== qosClass(old.spec)) {
		const why = 'Pod QOS Class may not change as a result of resizing';
		errors.push(invalidError('metadata', old.status.qosClass ?? qos, why));
	}
	const lists = [
		['initContainers', pod.spec.initContainers ?? [], old.spec.initContainers ?? []],
		['containers', pod.spec.containers, old.spec.containers]
	] as const;
	for (const [list, now, before] of lists) errors.push(...validateOrder(list, now, before));
	if (errors.some(({ detail }) => detail.includes('renamed or reordered'))) return errors;
	for (const [list, now, before] of lists) {
		for (const [index, container] of now.entries()) {
			const isFixed = list === 'initContainers' && !isSidecar(before[index]!);
			if (!isFixed) {
				const path = `spec.${list}[${index}].resources`;
				errors.push(...validateRemoved(container, before[index]!, path));
			}
		}
	}
	for (const [list, now, before] of lists) {
		for (const [index, container] of now.entries()) {
			const isFixed = list === 'initContainers' && !isSidecar(before[index]!);
			if (isFixed && !isDeepEqual(container.resources, before[index]!.resources)) {
				errors.push(
					forbiddenError('spec', 'resources for non-sidecar init containers are immutable')
				);
			} else if (!isSameBeside(container, before[index]!)) {
				errors.push(forbiddenError('spec', 'only cpu and memory resources are mutable'));
			}
		}
	}
	return errors;
}

/** Models validatePodResizeContainerOrdering. */
function validateOrder(
	list: string,
	now: readonly Container[],
	before: readonly Container[]
): FieldError[] {
	const isSame =
		now.length === before.length && now.every(({ name }, index) => name === before[index]!.name);
	const path = `spec.${list}`;
	return isSame
		? []
		: [forbiddenError(path, 'containers may not be renamed or reordered on resize')];
}

function validateRemoved(container: Container, old: Container, path: string): FieldError[] {
	return (['requests', 'limits'] as const)
		.filter((part) => {
			const now = container.resources?.[part] ?? {};
			return Object.keys(old.resources?.[part] ?? {}).some((name) => now[name] === undefined);
		})
		.map((part) => forbiddenError(`${path}.${part}`, `resource ${part} cannot be removed`));
}

function isSameBeside(container: Container, old: Container): boolean {
	const others = ({ resources }: Container): unknown => {
		const beside = (amounts: Readonly<Record<string, string>> = {}): unknown =>
			Object.fromEntries(Object.entries(amounts).filter(([name]) => !resizable.includes(name)));
		return {
			...resources,
			requests: beside(resources?.requests),
			limits: beside(resources?.limits)
		};
	};
	return isDeepEqual(others(container), others(old));
}
