import { ShellError } from './shell-error.ts';
import { splitLine } from './split-line.ts';

/** One program of a pipeline. */
export interface ProgramCall {
	readonly words: readonly string[];
	/** `NAME=VALUE` before the program: set for it alone. */
	readonly variables: Readonly<Record<string, string>>;
	/** Where stderr goes: to the terminal, into the pipe, nowhere. */
	readonly stderr: 'terminal' | 'pipe' | 'nowhere';
	/** `< FILE`. */
	readonly inputFile?: string;
}

/** Programs joined by `|`, and when they run: after the pipeline before, by its exit code. */
export interface Pipeline {
	readonly when: 'always' | 'success' | 'failure';
	readonly calls: readonly ProgramCall[];
}

const joins: Readonly<Record<string, Pipeline['when']>> = {
	';': 'always',
	'&&': 'success',
	'||': 'failure'
};

/**
 * Reads a shell line into pipelines.
 *
 * @throws ShellError
 */
export function parseLine(line: string): readonly Pipeline[] {
	const pipelines: Pipeline[] = [];
	let when: Pipeline['when'] = 'always';
	let calls: ProgramCall[] = [];
	let call = emptyCall();
	const endCall = (operator: string): void => {
		const [variable] = Object.keys(call.variables);
		if (call.words.length === 0 && variable !== undefined) throw keepsNone(variable);
		if (call.words.length === 0) throw unexpected(operator);
		calls.push(call);
		call = emptyCall();
	};
	const tokens = splitLine(line);
	for (let at = 0; at < tokens.length; at += 1) {
		const token = tokens[at]!;
		const assignment = /^([A-Za-z_]\w*)=(.*)$/s.exec(token.text);
		if (token.type === 'word' && assignment !== null && call.words.length === 0) {
			call.variables[assignment[1]!] = assignment[2]!;
		} else if (token.type === 'word') {
			call.words.push(token.text);
		} else if (token.text === '|') {
			endCall('|');
		} else if (token.text === '2>&1') {
			call.stderr = 'pipe';
		} else if (token.text === '2>/dev/null') {
			call.stderr = 'nowhere';
		} else if (token.text === '<') {
			at += 1;
			const file = tokens[at];
			if (file?.type !== 'word') throw unexpected(file?.text ?? 'newline');
			call.inputFile = file.text;
		} else if (token.text in joins) {
			if (token.text === ';' && call.words.length === 0 && calls.length === 0) continue;
			endCall(token.text);
			pipelines.push({ when, calls });
			calls = [];
			when = joins[token.text]!;
		} else {
			throw new ShellError(`bash: this terminal has no ${token.text}`, 2);
		}
	}
	if (call.words.length > 0 || Object.keys(call.variables).length > 0) endCall('newline');
	else if (calls.length > 0 || when !== 'always') throw unexpected('newline');
	if (calls.length > 0) pipelines.push({ when, calls });
	return pipelines;
}

interface OpenCall extends ProgramCall {
	readonly words: string[];
	readonly variables: Record<string, string>;
	stderr: ProgramCall['stderr'];
	inputFile?: string;
}

function emptyCall(): OpenCall {
	return { words: [], variables: {}, stderr: 'terminal' };
}

function keepsNone(variable: string): ShellError {
	return new ShellError(`bash: ${variable}: this terminal keeps no variables`, 2);
}

function unexpected(token: string): ShellError {
	return new ShellError(`bash: syntax error near unexpected token \`${token}'`, 2);
}
