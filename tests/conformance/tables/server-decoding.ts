import { readRequest } from '#lib/cluster/api-server/wire/wire-request.ts';
import { isDeepEqual } from '#lib/kubernetes/deep-equal.ts';
import type { KubeObject, Status } from '#lib/kubernetes/object.ts';
import { isStatus } from '#lib/kubernetes/status.ts';
import { failed, passed } from '../outcome.ts';
import type { CaseRunner } from '../table.ts';
import { normalized, withWords } from './server-text.ts';
import { ServerWorld } from './server-world.ts';

interface DecodingInput {
	readonly method: string;
	readonly path: string;
	readonly contentType: string | null;
	readonly accept?: string;
	readonly fieldValidation?: string;
	readonly query?: string;
	readonly body: string;
}

/** Bodies as text, as they come over the wire. */
export const serverDecoding: CaseRunner = ({ input, expected }) => {
	const { method, path, contentType, accept, fieldValidation, query, body } =
		input as DecodingInput;
	const parameters = new URLSearchParams(query ?? '');
	if (method === 'POST' && !parameters.has('dryRun')) parameters.set('dryRun', 'All');
	if (fieldValidation !== undefined) parameters.set('fieldValidation', fieldValidation);
	const { request } = readRequest({
		method,
		path,
		query: parameters.toString(),
		text: body,
		...(contentType !== null && { contentType }),
		...(accept !== undefined && { accept })
	});
	const { code, body: answer, warnings } = new ServerWorld().ask(request);
	const got: Record<string, unknown> = { code, ...(warnings && { warnings }) };
	if (isStatus(answer)) {
		const { reason, message, details } = withWords<Status>(answer);
		Object.assign(got, { reason, message, causes: details?.causes });
	} else got['object'] = normalized(answer as KubeObject);
	const wanted = withWords(expected);
	return isDeepEqual(wanted, got) ? passed : failed(wanted, got);
};
