/** A line of containerd's log about a call of the CRI. */
export interface LoggedCall {
	readonly method: string;
	/** It returns; else it comes in. */
	readonly returns: boolean;
	/** `namespace/name`. */
	readonly pod?: string;
	readonly container?: string;
	readonly attempt?: number;
	readonly argument?: string;
	readonly error?: string;
}

/** Null for a line about something else. */
export function callIn(message: string): LoggedCall | null {
	const [, word] = /^([A-Z]\w+)/.exec(message) ?? [];
	if (word === undefined) return null;
	if (word === 'Kill') return { method: 'KillContainer', returns: false, argument: 'SIGKILL' };
	const returns = / returns /.test(message);
	const failed = / failed(?:$|[,:. ])/.test(message);
	const pod = /PodSandboxMetadata\{Name:([^,}]*),(?:Uid:[^,}]*,)?Namespace:([^,}]*)/.exec(message);
	const container = /ContainerMetadata\{Name:([^,}]*),Attempt:(\d+)/.exec(message);
	const image = word === 'PullImage' ? /^PullImage "([^"]*)"/.exec(message)?.[1] : undefined;
	return {
		method: word,
		returns: returns || failed,
		...(pod && { pod: `${pod[2]}/${pod[1]}` }),
		...(container && { container: container[1]!, attempt: Number(container[2]) }),
		...(image !== undefined && { argument: image }),
		...(failed && { error: 'failed' })
	};
}
