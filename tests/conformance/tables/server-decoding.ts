import type { HttpMethod } from '#lib/kubernetes/api-client.ts';
import { isDeepEqual } from '#lib/kubernetes/deep-equal.ts';
import type { KubeObject, Status } from '#lib/kubernetes/object.ts';
import { isStatus } from '#lib/kubernetes/status.ts';
import { failed, passed, skipped } from '../outcome.ts';
import type { CaseRunner } from '../table.ts';
import { normalized, withWords } from './server-text.ts';
import { ServerWorld } from './server-world.ts';
import { parse } from 'yaml';

interface DecodingInput {
	readonly method: HttpMethod;
	readonly path: string;
	readonly contentType: string | null;
	readonly accept?: string;
	readonly fieldValidation?: string;
	readonly query?: string;
	readonly body: string;
}

/** Bodies as text: the simulated server is handed what a parser made of them. */
export const serverDecoding: CaseRunner = ({ input, expected }) => {
	const { method, path, contentType, accept, fieldValidation, query, body } =
		input as DecodingInput;
	if (accept !== undefined) return skipped('answers are handed over as they are');
	const parsed = parsedBody(body, contentType);
	if (parsed === undefined) return skipped('bodies arrive parsed');
	const world = new ServerWorld();
	const {
		code,
		body: answer,
		warnings
	} = world.ask({
		method,
		path,
		query: {
			...(method === 'POST' && { dryRun: 'All' }),
			...(fieldValidation !== undefined && { fieldValidation }),
			...Object.fromEntries(new URLSearchParams(query ?? ''))
		},
		body: parsed.value,
		...(contentType !== null && { contentType })
	});
	const got: Record<string, unknown> = { code, ...(warnings && { warnings }) };
	if (isStatus(answer)) {
		const { reason, message, details } = withWords<Status>(answer);
		Object.assign(got, { reason, message, causes: details?.causes });
	} else got['object'] = normalized(answer as KubeObject);
	const wanted = withWords(expected);
	return isDeepEqual(wanted, got) ? passed : failed(wanted, got);
};

/** Undefined when the text, or its type, is what the case is about. */
function parsedBody(
	text: string,
	contentType: string | null
): { readonly value: unknown } | undefined {
	const isYaml = contentType === 'application/yaml';
	const isJson =
		contentType === null || /^application\/(json|merge-patch\+json)$/i.test(contentType);
	if (!isYaml && !isJson) return undefined;
	try {
		const value: unknown = isYaml ? parse(text, { merge: true, version: '1.1' }) : JSON.parse(text);
		const isObject = typeof value === 'object' && value !== null && !Array.isArray(value);
		return isObject ? { value } : undefined;
	} catch {
		return undefined;
	}
}
