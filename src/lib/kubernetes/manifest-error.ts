import type { YAMLError } from 'yaml';

/** A place in a text, both counted from 1. */
export interface Position {
	readonly line: number;
	readonly column: number;
}

/** A manifest that can't be read. The message is what kubectl prints behind `error: `. */
export class ManifestError extends Error {
	/** Where in the text, if it is one place. */
	readonly position?: Position;

	constructor(message: string, position?: Position) {
		super(message);
		this.position = position;
	}
}

/**
 * The words of go-yaml for a fault. Its parser counts lines from 0, its scanner from 1, and says none for the first line.
 *
 * Models go.yaml.in/yaml/v2 yaml.go parser.fail and the problems of parserc.go and scannerc.go.
 *
 * @param line of the fault within the document, from 1
 */
export function yamlProblem(error: YAMLError, line: number, text: string): string {
	const scanner = (problem: string, at = line): string => `line ${at}: ${problem}`;
	const parser = (problem: string): string => (line > 1 ? `line ${line - 1}: ${problem}` : problem);
	if (/end with a \]/.test(error.message)) return parser("did not find expected ',' or ']'");
	if (/end with a \}/.test(error.message)) return parser("did not find expected ',' or '}'");
	switch (error.code) {
		case 'BLOCK_AS_IMPLICIT_KEY':
		case 'MULTILINE_IMPLICIT_KEY':
			return scanner('mapping values are not allowed in this context');
		case 'TAB_AS_INDENT':
		case 'BAD_SCALAR_START':
			return scanner('found character that cannot start any token');
		case 'BAD_DQ_ESCAPE':
			return scanner('found unknown escape character');
		case 'MISSING_CHAR':
			return /quote/.test(error.message)
				? scanner('found unexpected end of stream', text.split('\n').length)
				: parser('did not find expected key');
		case 'UNEXPECTED_TOKEN':
			return parser("did not find expected '-' indicator");
		default:
			return parser('did not find expected key');
	}
}

/** The words of go-yaml when aliases can't be followed. Models yaml.go decoder.alias. */
export function aliasProblem(message: string): string {
	const unknown = /Unresolved alias.*: (.*)$/.exec(message)?.[1];
	return unknown === undefined
		? 'document contains excessive aliasing'
		: `unknown anchor '${unknown}' referenced`;
}
