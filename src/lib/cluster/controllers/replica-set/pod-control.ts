import type { ApiRequest, ApiResponse } from '#lib/kubernetes/api-client.ts';
import type { KubeObject, Status } from '#lib/kubernetes/object.ts';
import type { ReplicaSet } from '#lib/kubernetes/replica-set.ts';
import { controllerRef } from '../controller-ref.ts';
import type { EventRecorder } from '../event-recorder.ts';
import { RequestRefused } from '../work.ts';

/** The request that makes a Pod from a template. Models pkg/controller/controller_utils.go GetPodFromTemplate. */
export function createPodRequest(owner: ReplicaSet): ApiRequest {
	const { namespace, name } = owner.metadata;
	const { metadata: { labels, annotations, finalizers } = {}, spec } = owner.spec.template;
	return {
		method: 'POST',
		path: `/api/v1/namespaces/${namespace}/pods`,
		body: {
			kind: 'Pod',
			apiVersion: 'v1',
			metadata: {
				generateName: `${name}-`,
				namespace,
				...(labels === undefined ? undefined : { labels }),
				...(annotations === undefined ? undefined : { annotations }),
				...(finalizers === undefined ? undefined : { finalizers }),
				ownerReferences: [controllerRef(owner)]
			},
			spec
		}
	};
}

/** Models controller_utils.go RealPodControl.DeletePod. */
export function deletePodRequest({ namespace, name }: KubeObject['metadata']): ApiRequest {
	return { method: 'DELETE', path: `/api/v1/namespaces/${namespace}/pods/${name}` };
}

/** Tells what became of the attempt, in an Event about the owner. Models RealPodControl.createPods. */
export function reportCreated(
	events: EventRecorder,
	owner: ReplicaSet,
	response: ApiResponse
): 'success' | 'failure' {
	if (response.code < 300) {
		const { name } = (response.body as KubeObject).metadata;
		events.post(owner, 'Normal', 'SuccessfulCreate', `Created pod: ${name}`);
		return 'success';
	}
	if (new RequestRefused(response).isNamespaceTerminating) return 'success';
	events.post(owner, 'Warning', 'FailedCreate', `Error creating: ${refusalOf(response)}`);
	return 'failure';
}

/** A Pod that is gone already is no failure, and no news. Models RealPodControl.DeletePod. */
export function reportDeleted(
	events: EventRecorder,
	owner: ReplicaSet,
	pod: string,
	response: ApiResponse
): 'success' | 'gone' | 'failure' {
	if (response.code === 404) return 'gone';
	if (response.code < 300) {
		events.post(owner, 'Normal', 'SuccessfulDelete', `Deleted pod: ${pod}`);
		return 'success';
	}
	events.post(owner, 'Warning', 'FailedDelete', `Error deleting: ${refusalOf(response)}`);
	return 'failure';
}

/** The server's sentence. */
export function refusalOf({ body }: ApiResponse): string {
	return (body as Status).message ?? '';
}
