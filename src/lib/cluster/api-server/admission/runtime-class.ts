import type { KubeObject, Status } from '#lib/kubernetes/object.ts';
import type { Pod } from '#lib/kubernetes/pod.ts';
import { forbidden } from '#lib/kubernetes/status.ts';
import { refusedName } from './refused-name.ts';
import type { RequestContext } from '../operation.ts';
import { isNewPod } from './is-new-pod.ts';

/** There are no RuntimeClasses, so a Pod can ask for none. Models plugin/pkg/admission/runtimeclass/admission.go. */
export function admitRuntimeClass(
	object: KubeObject,
	context: RequestContext
): KubeObject | Status {
	const name = isNewPod(context) ? (object as Pod).spec.runtimeClassName : undefined;
	if (!name) return object;
	return forbidden(
		{ group: '', resource: 'pods' },
		refusedName(object),
		`pod rejected: RuntimeClass ${JSON.stringify(name)} not found`
	);
}
