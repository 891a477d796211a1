import type { KubeObject, Status } from '#lib/kubernetes/object.ts';
import type { RequestContext } from '../operation.ts';

/** One admission plugin: the object as it shall be (the same one if it has nothing to change), or a refusal. */
export type AdmissionPlugin = (object: KubeObject, context: RequestContext) => KubeObject | Status;
