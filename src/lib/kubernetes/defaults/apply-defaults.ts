import type { KubeObject } from '../object.ts';
import type { Node, Pod } from '../pod.ts';
import { defaultNamespace } from './namespace.ts';
import { defaultNode } from './node.ts';
import { defaultPod } from './pod.ts';
import { defaultSecret } from './secret.ts';

const byKind: Readonly<Record<string, (object: KubeObject) => KubeObject>> = {
	'v1 Namespace': defaultNamespace,
	'v1 Node': (object) => defaultNode(object as Node),
	'v1 Pod': (object) => defaultPod(object as Pod),
	'v1 Secret': defaultSecret
};

/**
 * The object with what the API server's defaulting fills in; admission and the kind's strategy come after it. Expects a
 * decoded object. Kinds without defaults come back as they are.
 */
export function applyDefaults(object: KubeObject): KubeObject {
	return byKind[`${object.apiVersion} ${object.kind}`]?.(object) ?? object;
}
