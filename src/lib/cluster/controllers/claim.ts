import { type Selector, selectorMatches } from '#lib/kubernetes/labels/selector.ts';
import type { KubeObject } from '#lib/kubernetes/object.ts';
import { controllerOf, controllerRef } from './controller-ref.ts';
import { objectPath } from './object-path.ts';
import { ask, RequestRefused, type Work } from './work.ts';

/**
 * Which of the candidates are the controller's: its own that match its selector stay, its own that don't are let go, orphans
 * that match are taken in. Models pkg/controller/controller_ref_manager.go ClaimPods and ClaimReplicaSets.
 *
 * @throws RequestRefused when the controller is gone or on its way out, or a patch is refused
 */
export function* claim<T extends KubeObject>(
	controller: KubeObject,
	selector: Selector,
	candidates: readonly T[]
): Work<T[]> {
	const isLeaving = controller.metadata.deletionTimestamp !== undefined;
	const claimed: T[] = [];
	let mayAdopt = false;
	for (const candidate of candidates) {
		const { labels, deletionTimestamp } = candidate.metadata;
		const matches = selectorMatches(selector, labels);
		const owner = controllerOf(candidate);
		if (owner !== undefined) {
			if (owner.uid !== controller.metadata.uid) continue;
			if (matches) claimed.push(candidate);
			else if (!isLeaving) yield* release(controller, candidate);
		} else if (matches && !isLeaving && deletionTimestamp === undefined) {
			if (!mayAdopt) yield* checkAlive(controller);
			mayAdopt = true;
			if (yield* adopt(controller, candidate)) claimed.push(candidate);
		}
	}
	return claimed;
}

/** Asks the server itself: who goes away takes nothing in. Models RecheckDeletionTimestamp. */
function* checkAlive(controller: KubeObject): Work {
	const { namespace, name, uid } = controller.metadata;
	const response = yield* ask({ method: 'GET', path: objectPath(controller, namespace, name!) });
	const fresh = response.body as KubeObject;
	const isSame = response.code === 200 && fresh.metadata.uid === uid;
	if (!isSame || fresh.metadata.deletionTimestamp !== undefined) throw new RequestRefused(response);
}

/** False if it has gone meanwhile. Models AdoptPod. */
function* adopt(controller: KubeObject, object: KubeObject): Work<boolean> {
	const code = yield* patchOwners(object, controllerRef(controller));
	return code !== 404;
}

/** One that has gone, or has other owners meanwhile, need not be let go. Models ReleasePod. */
function* release(controller: KubeObject, object: KubeObject): Work {
	yield* patchOwners(object, { $patch: 'delete', uid: controller.metadata.uid! }, 422);
}

function* patchOwners(object: KubeObject, owner: object, tolerated = 404): Work<number> {
	const { namespace, name, uid } = object.metadata;
	const request = {
		method: 'PATCH',
		path: objectPath(object, namespace, name!),
		contentType: 'application/strategic-merge-patch+json',
		body: { metadata: { ownerReferences: [owner], uid } }
	} as const;
	const response = yield* ask(request);
	if (response.code >= 300 && response.code !== 404 && response.code !== tolerated) {
		throw new RequestRefused(response);
	}
	return response.code;
}
