import type { ApiResponse } from '#lib/kubernetes/api-client.ts';
import type { Status } from '#lib/kubernetes/object.ts';
import { isStatus, success } from '#lib/kubernetes/status.ts';

/** One piece of what a command in a container printed. */
export interface ExecOutput {
	readonly stream: 'stdout' | 'stderr';
	readonly text: string;
}

/** Who hears what a command prints, and how it ends. */
export interface ExecListener {
	print(output: ExecOutput): void;
	/** @param response what the server said at the end; none when the connection just ended */
	end(response: ApiResponse | undefined): void;
}

/** Runs a command in a container; what is returned gives it up. */
export type ExecRun = (
	command: readonly string[],
	input: string,
	listener: ExecListener
) => () => void;

/** How a command ended, as the error channel says it. */
export function endingOf(response: ApiResponse | undefined): Status {
	return response !== undefined && isStatus(response.body) ? (response.body as Status) : success();
}

/** As the real kubelet says it of a command that failed. Models kubelet/pkg/cri/streaming/remotecommand/exec.go. */
export function exitedWith(code: number): Status {
	if (code === 0) return success();
	return {
		kind: 'Status',
		apiVersion: 'v1',
		metadata: {},
		status: 'Failure',
		message: `command terminated with non-zero exit code: exit status ${code}`,
		reason: 'NonZeroExitCode',
		details: { causes: [{ reason: 'ExitCode', message: String(code) }] }
	};
}

/** The exit code that such a Status tells of; undefined when it tells that the command didn't run. */
export function exitCodeOf({ status, details }: Status): number | undefined {
	if (status === 'Success') return 0;
	const told = details?.causes?.find(({ reason }) => reason === 'ExitCode')?.message;
	return told === undefined ? undefined : Number(told);
}
