import type { ApiResponse } from '#lib/kubernetes/api-client.ts';
import type { KubeObject } from '#lib/kubernetes/object.ts';
import type { Pod } from '#lib/kubernetes/pod.ts';
import { badRequest, notFound } from '#lib/kubernetes/status.ts';
import type { LogOptions } from '../../container-runtime/container-log.ts';
import type { KubeletPort } from '../kubelet-port.ts';
import type { RequestContext } from '../operation.ts';

/**
 * GET …/pods/NAME/log: the API server asks the node's kubelet. Models pkg/registry/core/pod/strategy.go LogLocation. The
 * text is the body's `text`.
 */
export function logResponse(
	object: KubeObject | null,
	context: RequestContext,
	kubelets: KubeletPort
): ApiResponse {
	const { route, request } = context;
	if (object === null) {
		return { code: 404, body: notFound({ group: '', resource: 'pods' }, route.name!) };
	}
	const pod = object as Pod;
	const { spec, status, metadata } = pod;
	const container = chosenContainer(pod, context);
	if (container === undefined) {
		const names = spec.containers.map(({ name }) => name).join(' ');
		return refuse(
			`a container name must be specified for pod ${metadata.name}, choose one of: [${names}]`
		);
	}
	if (!isContainer(pod, container)) {
		return refuse(`container ${container} is not valid for pod ${metadata.name}`);
	}
	if (!spec.nodeName) return { code: 200, body: logBody('') };
	const previous = request.query?.previous === 'true';
	const address = { node: spec.nodeName, pod: `${metadata.namespace}/${metadata.name}`, container };
	const log = kubelets.log(address, previous);
	if (log !== undefined) return { code: 200, body: logBody(log.shown(logOptions(context))) };
	const state = [...(status.containerStatuses ?? []), ...(status.initContainerStatuses ?? [])].find(
		({ name }) => name === container
	)?.state;
	if (previous) {
		return refuse(
			`previous terminated container ${JSON.stringify(container)} in pod ${JSON.stringify(metadata.name)} not found`
		);
	}
	const reason = state?.waiting?.reason ?? 'ContainerCreating';
	return refuse(
		reason === 'ErrImagePull' || reason === 'ImagePullBackOff'
			? `container ${JSON.stringify(container)} in pod ${JSON.stringify(metadata.name)} is waiting to start: trying and failing to pull image`
			: `container ${JSON.stringify(container)} in pod ${JSON.stringify(metadata.name)} is waiting to start: ${reason}`
	);
}

/** 400. */
export function refuse(message: string): ApiResponse {
	return { code: 400, body: badRequest(message) };
}

function logBody(text: string): KubeObject {
	return { kind: 'Log', apiVersion: 'v1', metadata: {}, text };
}

/** The container that is asked for, or the only one. */
export function chosenContainer({ spec }: Pod, { request }: RequestContext): string | undefined {
	const names = [...(spec.initContainers ?? []), ...spec.containers].map(({ name }) => name);
	return request.query?.container ?? (names.length === 1 ? names[0] : undefined);
}

export function isContainer({ spec }: Pod, container: string): boolean {
	return [...(spec.initContainers ?? []), ...spec.containers].some(
		({ name }) => name === container
	);
}

/** Models pkg/apis/core/types.go PodLogOptions. */
export function logOptions({ request, wallMs }: RequestContext): LogOptions {
	const { tailLines, limitBytes, sinceSeconds, sinceTime, timestamps } = request.query ?? {};
	const sinceMs =
		sinceSeconds !== undefined
			? wallMs - Number(sinceSeconds) * 1000
			: sinceTime !== undefined
				? Date.parse(sinceTime)
				: undefined;
	return {
		...(sinceMs === undefined ? undefined : { sinceMs }),
		...(tailLines === undefined ? undefined : { tailLines: Number(tailLines) }),
		...(limitBytes === undefined ? undefined : { limitBytes: Number(limitBytes) }),
		timestamps: timestamps === 'true'
	};
}
