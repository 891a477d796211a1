import { ShellError } from './shell-error.ts';
import { splitLine } from './split-line.ts';

/** One program of a pipeline. */
export interface ProgramCall {
	readonly words: readonly string[];
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
	let call: { words: string[]; stderr: ProgramCall['stderr']; inputFile?: string } = emptyCall();
	const endCall = (operator: string): void => {
		if (call.words.length === 0) throw unexpected(operator);
		calls.push(call);
		call = emptyCall();
	};
	const tokens = splitLine(line);
	for (let at = 0; at < tokens.length; at += 1) {
		const token = tokens[at]!;
		if (token.type === 'word') {
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
	if (call.words.length > 0) calls.push(call);
	else if (calls.length > 0 || when !== 'always') throw unexpected('newline');
	if (calls.length > 0) pipelines.push({ when, calls });
	return pipelines;
}

function emptyCall(): { words: string[]; stderr: ProgramCall['stderr'] } {
	return { words: [], stderr: 'terminal' };
}

function unexpected(token: string): ShellError {
	return new ShellError(`bash: syntax error near unexpected token \`${token}'`, 2);
}
