import type { ApiServer } from '#lib/cluster/api-server/api-server.ts';
import type { User } from '#lib/cluster/api-server/authentication.ts';
import { authorize, forbiddenTo } from '#lib/cluster/api-server/authorization.ts';
import { storageKey } from '#lib/cluster/api-server/storage-key.ts';
import type { Status } from '#lib/kubernetes/object.ts';
import type { Pod } from '#lib/kubernetes/pod.ts';
import { badRequest, notFound } from '#lib/kubernetes/status.ts';
import { isPlainShell } from './interactive-shell.ts';

/** A container that somebody attaches to. */
export interface AttachTarget {
	readonly container: string;
	/** Its first process is a shell that waits for what is typed. */
	readonly isShell: boolean;
	/** Whoever typed has left. */
	endInput(exitCode: number): void;
}

/**
 * What a request to attach is about, or why it may not. Models pkg/registry/core/pod/strategy.go AttachLocation.
 *
 * @param container as the query names it; the first when it doesn't
 */
export function attachTarget(
	server: ApiServer,
	user: User,
	namespace: string,
	name: string,
	container: string | null
): AttachTarget | Status {
	const pods = { group: '', resource: 'pods' };
	const asked = { verb: 'create', ...pods, subresource: 'attach', namespace, name };
	const verdict = authorize(user, asked, server);
	if (!verdict.allowed) return forbiddenTo(user, asked, verdict.reason);
	const pod = server.cache.get(storageKey('pods', namespace, name)) as Pod | null;
	if (pod === null) return notFound(pods, name);
	const { containers, nodeName } = pod.spec;
	const found = containers.find((one) => one.name === (container ?? containers[0]?.name));
	if (found === undefined) return badRequest(`container ${container} is not valid for pod ${name}`);
	if (!nodeName) return badRequest(`pod ${name} does not have a host assigned`);
	const command = [...(found.command ?? []), ...(found.args ?? [])];
	const address = { node: nodeName, pod: `${namespace}/${name}`, container: found.name };
	return {
		container: found.name,
		isShell: found.stdin === true && (command.length === 0 || isPlainShell(command)),
		endInput: (exitCode) => server.kubelets.endInput(address, exitCode)
	};
}
