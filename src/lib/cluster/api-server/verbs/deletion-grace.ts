import type { KubeObject } from '#lib/kubernetes/object.ts';
import type { Strategy } from '../strategies/strategy.ts';

/** What a DELETE does about time. */
export type DeletionGrace =
	/** It goes now, unless finalizers keep it. */
	| { readonly graceful: false }
	/** It is going already, and this request doesn't hurry it. */
	| { readonly graceful: 'pending' }
	/** It is marked with a moment, ms since 1970, and a period, s. */
	| { readonly graceful: true; readonly endsMs: number; readonly seconds: number };

/**
 * Whether an object has time before it goes, and until when; once given, time can only be shortened.
 * Models apiserver/pkg/registry/rest/delete.go BeforeDelete.
 *
 * @param given seconds that the client asks for
 */
export function deletionGrace(
	object: KubeObject,
	strategy: Strategy,
	given: number | undefined,
	nowMs: number
): DeletionGrace {
	if (strategy.gracePeriodSeconds === undefined) return { graceful: false };
	const asked = given !== undefined && given < 0 ? 1 : given;
	const { deletionTimestamp, deletionGracePeriodSeconds: left } = object.metadata;
	if (deletionTimestamp === undefined) {
		const seconds = strategy.gracePeriodSeconds(object, asked);
		return { graceful: true, endsMs: nowMs + seconds * 1000, seconds };
	}
	if (!left) return { graceful: false };
	if (asked === undefined || asked >= left) return { graceful: 'pending' };
	const endsMs = Date.parse(deletionTimestamp) - (left - asked) * 1000;
	if (endsMs >= nowMs) return { graceful: true, endsMs, seconds: asked };
	return { graceful: true, endsMs: nowMs, seconds: asked === 0 ? 0 : 1 };
}
