import type { ApiResponse } from '#lib/kubernetes/api-client.ts';
import type { KubeObject } from '#lib/kubernetes/object.ts';
import type { Pod } from '#lib/kubernetes/pod.ts';
import { badRequest, notFound } from '#lib/kubernetes/status.ts';
import type { LogSource } from '../api-server.ts';
import type { RequestContext } from '../operation.ts';

/**
 * GET …/pods/NAME/log: the API server asks the node's kubelet. Models pkg/registry/core/pod/strategy.go LogLocation. The
 * text is the body's `text`.
 */
export function logResponse(
	object: KubeObject | null,
	{ route, request }: RequestContext,
	logSource: LogSource
): ApiResponse {
	if (object === null) {
		return { code: 404, body: notFound({ group: '', resource: 'pods' }, route.name!) };
	}
	const { spec, status, metadata } = object as Pod;
	const names = [...(spec.initContainers ?? []), ...spec.containers].map(({ name }) => name);
	const asked = request.query?.container;
	const container = asked ?? (names.length === 1 ? names[0] : undefined);
	if (container === undefined) {
		return refuse(
			`a container name must be specified for pod ${metadata.name}, choose one of: [${spec.containers.map(({ name }) => name).join(' ')}]`
		);
	}
	if (!names.includes(container)) {
		return refuse(`container ${container} is not valid for pod ${metadata.name}`);
	}
	if (!spec.nodeName) return { code: 200, body: logBody('') };
	const previous = request.query?.previous === 'true';
	const text = logSource(
		spec.nodeName,
		`${metadata.namespace}/${metadata.name}`,
		container,
		previous
	);
	if (text !== undefined) {
		const { tailLines, limitBytes } = request.query ?? {};
		const lines = lastLines(text, tailLines);
		const limited = limitBytes === undefined ? lines : lines.slice(0, Number(limitBytes));
		return { code: 200, body: logBody(limited) };
	}
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

function refuse(message: string): ApiResponse {
	return { code: 400, body: badRequest(message) };
}

function logBody(text: string): KubeObject {
	return { kind: 'Log', apiVersion: 'v1', metadata: {}, text };
}

function lastLines(text: string, count: string | undefined): string {
	if (count === undefined) return text;
	const lines = text.split('\n');
	const end = lines.at(-1) === '' ? lines.length - 1 : lines.length;
	return lines.slice(Math.max(0, end - Number(count))).join('\n');
}
