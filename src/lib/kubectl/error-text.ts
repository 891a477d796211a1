import type { Status } from '#lib/kubernetes/object.ts';
import { ErrorList, KubectlError, SilentExit, StatusError } from './kubectl-error.ts';

/**
 * What kubectl prints on stderr for an error, with its line end; empty for none.
 *
 * Models kubectl pkg/cmd/util/helpers.go checkErr, StandardErrorMessage, MultilineError.
 */
export function errorText(error: Error): string {
	if (error instanceof SilentExit) return '';
	if (error instanceof ErrorList) return error.errors.map((one) => `${lineOf(one)}\n`).join('');
	if (error instanceof StatusError && error.status.reason === 'Invalid') {
		return `${invalidText(error.status)}\n`;
	}
	if (error instanceof StatusError) return `${lineOf(error)}\n`;
	const isBare = error instanceof KubectlError && error.bare;
	return isBare || error.message.startsWith('error: ')
		? `${error.message}\n`
		: `error: ${error.message}\n`;
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
	if (causes.length === 1) return `${text}: ${causes[0]!}`;
	return `${text}: \n${causes.map((cause) => `* ${cause}`).join('\n')}`;
}
