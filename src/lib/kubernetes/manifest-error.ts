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
 * The words of go-yaml for a fault. Its parser counts lines from 0, its scanner from 1; neither names the first.
 *
 * Models go.yaml.in/yaml/v2 yaml.go parser.fail and the problems of parserc.go and scannerc.go.
 *
 * @param errors all that were found; the first counts
 * @param lineOf the line of an offset, from 1
 */
export function yamlProblem(
	errors: readonly YAMLError[],
	lineOf: (offset: number) => number,
	text: string
): string {
	const [error, next] = errors as readonly [YAMLError, YAMLError | undefined];
	const [begin] = error.pos;
	const line = lineOf(begin);
	const scanner = (problem: string, at = line): string =>
		at > 1 ? `line ${at}: ${problem}` : problem;
	const parser = (problem: string): string => (line > 1 ? `line ${line - 1}: ${problem}` : problem);
	const bracket = /end with a ([\]}])/.exec(error.message)?.[1];
	if (bracket !== undefined) {
		// The text ends on a line of its own, whether or not its last one was ended.
		const end = text.replace(/\n$/, '').split('\n').length;
		const isNothing = /[[{,]\s*$/.test(text.slice(0, begin));
		if (isNothing) return `line ${end}: did not find expected node content`;
		const problem = `did not find expected ',' or '${bracket}'`;
		return line > 1 ? parser(problem) : `line ${end}: ${problem}`;
	}
	switch (error.code) {
		case 'BLOCK_AS_IMPLICIT_KEY':
		case 'MULTILINE_IMPLICIT_KEY':
			if (/block-seq-ind/.test(next?.message ?? '')) return parser('did not find expected key');
			return scanner(
				'mapping values are not allowed in this context',
				lineOf(begin + Math.max(0, text.slice(begin).search(/:(\s|$)/)))
			);
		case 'TAB_AS_INDENT':
		case 'BAD_SCALAR_START':
			return scanner('found character that cannot start any token');
		case 'BAD_DQ_ESCAPE':
			return scanner('found unknown escape character');
		case 'MULTIPLE_ANCHORS':
			return parser('did not find expected node content');
		case 'MISSING_CHAR':
			if (/quote/.test(error.message)) {
				return scanner('found unexpected end of stream', text.split('\n').length);
			}
			return /followed by map values/.test(error.message)
				? scanner("could not find expected ':'", lineOf(nextTokenAfter(text, begin)))
				: parser('did not find expected key');
		case 'UNEXPECTED_TOKEN':
			return parser(unexpected(error.message, text.slice(0, begin)));
		default:
			return parser('did not find expected key');
	}
}

/** Where the line after that offset has its first letter that is no space. */
function nextTokenAfter(text: string, offset: number): number {
	const end = text.indexOf('\n', offset);
	if (end < 0) return text.length;
	const further = text.slice(end).search(/\S/);
	return further < 0 ? text.length : end + further;
}

function unexpected(message: string, before: string): string {
	if (/block scalar header/i.test(message)) return 'did not find expected comment or line break';
	const isValueMissing = /[:,[{-]\s*$/.test(before);
	if (/flow-(seq|map)-end/.test(message) && isValueMissing) {
		return 'did not find expected node content';
	}
	const isInList = /(^|\n) *- [^\n]*\n?$/.test(before);
	return isInList ? "did not find expected '-' indicator" : 'did not find expected key';
}

/** The words of go-yaml when aliases can't be followed. Models yaml.go decoder.alias. */
export function aliasProblem(message: string): string {
	const unknown = /Unresolved alias.*: (.*)$/.exec(message)?.[1];
	return unknown === undefined
		? 'document contains excessive aliasing'
		: `unknown anchor '${unknown}' referenced`;
}
