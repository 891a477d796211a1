import { bareStatus } from '#lib/kubernetes/bare-status.ts';
import type { ApiResponse } from '#lib/kubernetes/api-client.ts';
import type { Status } from '#lib/kubernetes/object.ts';

/** A command that can't go on; kubectl prints `error: ` before its text. */
export class KubectlError extends Error {
	/** Printed as it is, without `error: `. */
	readonly bare: boolean;

	constructor(message: string, bare = false) {
		super(message);
		this.bare = bare;
	}
}

/** The help that a group of commands prints instead of doing something, with exit code 1. */
export class GroupHelp extends KubectlError {
	readonly stream: 'stdout' | 'stderr';

	constructor(text: string, stream: 'stdout' | 'stderr') {
		super(text, true);
		this.stream = stream;
	}
}

/** Ends a command with exit code 1 that has said everything already. Models kubectl pkg/cmd/util/helpers.go ErrExit. */
export class SilentFailure extends Error {}

/** A command in a container ended with another code than 0, which becomes kubectl's own. */
export class RemoteExit extends KubectlError {
	readonly exitCode: number;

	constructor(exitCode: number) {
		super(`command terminated with exit code ${exitCode}`, true);
		this.exitCode = exitCode;
	}
}

/** A request that the API server refused. */
export class StatusError extends Error {
	readonly status: Status;

	constructor(status: Status) {
		super(status.message ?? '');
		this.status = status;
	}
}

/** Several errors of one command, each printed on its own line. */
export class ErrorList extends Error {
	readonly errors: readonly Error[];

	constructor(errors: readonly Error[]) {
		super(errors.map((error) => error.message).join(', '));
		this.errors = errors;
	}
}

/** Text and `See 'kubectl COMMAND -h' for help and examples`. Models kubectl pkg/cmd/util/helpers.go UsageErrorf. */
export function usageError(command: string, message: string): KubectlError {
	return new KubectlError(`${message}\nSee 'kubectl ${command} -h' for help and examples`);
}

/** Throws what was collected: nothing, the one error, or all of them. */
export function throwCollected(errors: readonly Error[]): void {
	if (errors.length === 1) throw errors[0]!;
	if (errors.length > 1) throw new ErrorList(errors);
}

export function isNotFound(error: unknown): boolean {
	return error instanceof StatusError && error.status.reason === 'NotFound';
}

/** The Status of an answer that says no, undefined when it says yes. */
export function refusal(response: ApiResponse): Status | undefined {
	if (response.code < 400) return undefined;
	if (response.body.kind === 'Status') return response.body as Status;
	return bareStatus(response.code);
}

/**
 * The error of a request about a thing of a file. Models kubectl pkg/cmd/util/helpers.go AddSourceToErr.
 *
 * @param verb `creating`, `replacing`, `deleting` …
 */
export function withSource(verb: string, source: string, error: Error): Error {
	if (source === '') return error;
	const message = `error when ${verb} ${JSON.stringify(source)}: ${error.message}`;
	if (error instanceof StatusError) return new StatusError({ ...error.status, message });
	return new KubectlError(message);
}
