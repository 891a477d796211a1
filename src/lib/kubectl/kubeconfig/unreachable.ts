import type { CommandContext } from '../command.ts';
import { KubectlError } from '../kubectl-error.ts';
import { klogLine } from '../output/klog.ts';
import type { Steps } from '../steps.ts';

/** So often kubectl asks for the API's groups before it gives up. */
const attempts = 5;

/**
 * Runs a command where nobody answers: as far as it gets without asking.
 *
 * Models client-go discovery/cached/memory/memcache.go, kubectl pkg/cmd/util/helpers.go StandardErrorMessage.
 *
 * @throws KubectlError at its first request
 */
export function* untilItAsks(steps: Steps<void>, context: CommandContext): Steps<void> {
	yield* [];
	if (steps.next().done === true) return;
	const { hostname, host, port, origin } = new URL(context.server);
	const isAddress = hostname === 'localhost' || /^[\d.:[\]]+$/.test(hostname);
	const dial = isAddress
		? `dial tcp ${hostname === 'localhost' ? '127.0.0.1' : hostname}:${port || 443}: connect: connection refused`
		: `dial tcp: lookup ${hostname}: no such host`;
	const why = `couldn't get current server API group list: Get "${origin}/api?timeout=32s": ${dial}`;
	for (let at = 0; at < attempts; at += 1) {
		const text = `"Unhandled Error" err=${JSON.stringify(why)}`;
		context.err(klogLine('E', context.nowMs(), 'memcache.go:265', text));
	}
	throw new KubectlError(
		isAddress
			? `The connection to the server ${host} was refused - did you specify the right host or port?`
			: `Unable to connect to the server: ${dial}`,
		true
	);
}
