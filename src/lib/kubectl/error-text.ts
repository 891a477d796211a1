import type { Status } from '#lib/kubernetes/object.ts';
import { ErrorList, KubectlError, SilentFailure, StatusError } from './kubectl-error.ts';

/**
 * What kubectl prints on stderr for an error, with its line end.
 *
 * Models kubectl pkg/cmd/util/helpers.go checkErr, StandardErrorMessage, MultilineError.
 */
export function errorText(error: Error): string {
	if (error instanceof SilentFailure) return '';
	if (error instanceof ErrorList) return error.errors.map((one) => `${lineOf(one)}\n`).join('');
	const text = messageOf(error);
	return text.endsWith('\n') ? text : `${text}\n`;
}

function messageOf(error: Error): string {
	if (error instanceof StatusError) {
		return error.status.reason === 'Invalid' ? invalidText(error.status) : lineOf(error);
	}
	const isBare = error instanceof KubectlError && error.bare;
	return isBare || error.message.startsWith('error: ') ? error.message : `error: ${error.message}`;
}

function lineOf(error: Error): string {
	if (!(error instanceof StatusError)) return error.message;
	const { reason, message = '' } = error.status;
	if (reason === 'Unauthorized') return `error: You must be logged in to the server (${message})`;
	return reason === undefined || reason === ''
		? `Error from server: ${message}`
		: `Error from server (${reason}): ${message}`;
}

function invalidText(status: Status): string {
	const details = status.details;
	if (details === undefined) return `The request is invalid: ${status.message ?? ''}`;
	const causes = [
		...new Set(
			(details.causes ?? []).map(({ field, message }) => `${field ?? ''}: ${message ?? ''}`)
		)
	];
	let text = 'The request is invalid';
	if (details.kind || details.name) {
		text = `The ${details.kind ?? ''} ${JSON.stringify(details.name ?? '')} is invalid`;
	} else if (status.message && causes.length === 0) {
		text += `: ${status.message}`;
	}
	if (causes.length === 0) return text;
	// A line end of its own, whether or not what is wrong ends with one.
	if (causes.length === 1) return `${text}: ${causes[0]!}\n`;
	return `${text}: \n${causes.map((cause) => `* ${cause}\n`).join('')}`;
}
