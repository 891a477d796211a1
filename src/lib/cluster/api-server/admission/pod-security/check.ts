import type { Container, PodSpec } from '#lib/kubernetes/pod.ts';

/** What a check says of a Pod: nothing, or what is forbidden and why. */
export interface Violation {
	readonly reason: string;
	readonly detail: string;
}

export type Check = (spec: PodSpec) => Violation | undefined;

/** What a container or a Pod may say about its privileges. */
export interface Security {
	readonly privileged?: boolean;
	readonly allowPrivilegeEscalation?: boolean;
	readonly runAsNonRoot?: boolean;
	readonly runAsUser?: number;
	readonly procMount?: string;
	readonly capabilities?: { readonly add?: readonly string[]; readonly drop?: readonly string[] };
	readonly seccompProfile?: { readonly type?: string };
	readonly appArmorProfile?: { readonly type?: string };
	readonly seLinuxOptions?: {
		readonly type?: string;
		readonly user?: string;
		readonly role?: string;
	};
	readonly windowsOptions?: { readonly hostProcess?: boolean };
	readonly sysctls?: readonly { readonly name: string }[];
}

/** Containers in the order in which checks look at them. Models policy/visitor.go visitContainers. */
export function containersOf(spec: PodSpec): readonly Container[] {
	const ephemeral = (spec['ephemeralContainers'] ?? []) as readonly Container[];
	return [...(spec.initContainers ?? []), ...spec.containers, ...ephemeral];
}

export function securityOf(holder: { readonly [field: string]: unknown }): Security {
	return (holder['securityContext'] ?? {}) as Security;
}

/** The names of the containers of which something holds. */
export function namesOf(
	spec: PodSpec,
	holds: (security: Security, container: Container) => boolean
): readonly string[] {
	return containersOf(spec)
		.filter((one) => holds(securityOf(one as never), one))
		.map(({ name }) => name);
}

/** `container "a"`, `containers "a", "b"`. */
export function containersText(names: readonly string[]): string {
	return `container${names.length === 1 ? '' : 's'} ${quoted(names)}`;
}

export function quoted(texts: readonly string[]): string {
	return texts.map((text) => JSON.stringify(text)).join(', ');
}

export function violation(reason: string, detail: string): Violation {
	return { reason, detail };
}
