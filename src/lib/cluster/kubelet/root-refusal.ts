import type { Container, Pod } from '#lib/kubernetes/pod.ts';

interface SecurityContext {
	readonly runAsNonRoot?: boolean;
	readonly runAsUser?: number;
}

/** Every image of the catalogue runs as root. Models pkg/kubelet/kuberuntime/security_context.go verifyRunAsNonRoot. */
export function rootRefusal(pod: Pod, container: Container): string | undefined {
	const ofPod = (pod.spec.securityContext ?? {}) as SecurityContext;
	const own = (container.securityContext ?? {}) as SecurityContext;
	const { runAsNonRoot, runAsUser } = { ...ofPod, ...own };
	if (runAsNonRoot !== true || (runAsUser !== undefined && runAsUser !== 0)) return undefined;
	const { name, namespace, uid } = pod.metadata;
	const where = `(pod: "${name}_${namespace}(${uid})", container: ${container.name})`;
	return runAsUser === 0
		? `container's runAsUser breaks non-root policy ${where}`
		: `container has runAsNonRoot and image will run as root ${where}`;
}
