import type { Deployment } from '../deployment.ts';
import { kindRules } from '../kinds/known-kinds.ts';
import type { Endpoints, EndpointSlice } from '../endpoint-slice.ts';
import type { KubeObject } from '../object.ts';
import type { Node, Pod } from '../pod.ts';
import type { ReplicaSet } from '../replica-set.ts';
import type { Service } from '../service.ts';
import { defaultEndpoints, defaultEndpointSlice } from './endpoints.ts';
import { defaultNamespace } from './namespace.ts';
import { defaultNode } from './node.ts';
import { defaultPod } from './pod.ts';
import { defaultSecret } from './secret.ts';
import { defaultService } from './service.ts';
import { defaultDeployment, defaultReplicaSet } from './workload.ts';

const byKind: Readonly<Record<string, (object: KubeObject) => KubeObject>> = {
	'v1 Namespace': defaultNamespace,
	'v1 Node': (object) => defaultNode(object as Node),
	'v1 Pod': (object) => defaultPod(object as Pod),
	'v1 Secret': defaultSecret,
	'v1 Service': (object) => defaultService(object as Service),
	'v1 Endpoints': (object) => defaultEndpoints(object as Endpoints),
	'apps/v1 Deployment': (object) => defaultDeployment(object as Deployment),
	'apps/v1 ReplicaSet': (object) => defaultReplicaSet(object as ReplicaSet),
	'discovery.k8s.io/v1 EndpointSlice': (object) => defaultEndpointSlice(object as EndpointSlice)
};

/**
 * The object with what the API server's defaulting fills in; admission and the kind's strategy come after it. Expects a
 * decoded object. Kinds without defaults come back as they are.
 */
export function applyDefaults(object: KubeObject): KubeObject {
	const { apiVersion, kind } = object;
	const defaults = byKind[`${apiVersion} ${kind}`] ?? kindRules(apiVersion, kind)?.defaults;
	return defaults?.(object) ?? object;
}
