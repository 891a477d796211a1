import { KubectlError } from '../kubectl-error.ts';

const accepted = /^\{\.?([^{}]+)\}$|^\.?([^{}]+)$/;

/**
 * `metadata.name`, `.metadata.name` and `{.metadata.name}` all mean the template `{.metadata.name}`.
 *
 * Models kubectl pkg/cmd/get/customcolumn.go RelaxedJSONPathExpression.
 *
 * @throws KubectlError
 */
export function relaxedPath(text: string): string {
	if (text === '') return text;
	const match = accepted.exec(text);
	if (match === null) {
		throw new KubectlError(
			`unexpected path string, expected a 'name1.name2' or '.name1.name2' or '{name1.name2}' or '{.name1.name2}'`
		);
	}
	return `.${match[1] ?? match[2]!}`;
}
