import { byteLength } from '#lib/kubernetes/validation/name-rules.ts';
import type { ActorId } from '#lib/trace/event.ts';

const longestManager = 128;

/** What the components of a cluster call themselves in `User-Agent`, where that isn't how the trace calls them. */
const agents: Readonly<Record<string, string>> = {
	'controller-manager': 'kube-controller-manager',
	scheduler: 'kube-scheduler'
};

/**
 * As whom a client manages what it writes when it names no manager: what stands before the first slash of its `User-Agent`.
 *
 * Models apiserver/pkg/endpoints/handlers/create.go prefixFromUserAgent and buildmanagerinfo.go.
 *
 * @param userAgent undefined: that of the component
 */
export function managerOf(userAgent: string | undefined, client: ActorId): string {
	const [first = ''] = (userAgent ?? client).split('/');
	if (userAgent === undefined) return agents[first] ?? first;
	let manager = '';
	for (const letter of first) {
		if (!/[\p{L}\p{M}\p{N}\p{P}\p{S} ]/u.test(letter)) continue;
		if (byteLength(manager + letter) > longestManager) break;
		manager += letter;
	}
	return manager || 'unknown';
}
