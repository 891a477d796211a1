import { describe, expect, test } from 'vitest';
import { parseLine } from './parse-line.ts';

function words(line: string): readonly (readonly string[])[] {
	return parseLine(line).flatMap(({ calls }) => calls.map((call) => call.words));
}

describe('parseLine', () => {
	test.each([
		['kubectl get pods', ['kubectl', 'get', 'pods']],
		[`a 'b c' "d 'e'" f\\ g`, ['a', 'b c', "d 'e'", 'f g']],
		[`-p '{"a":"b"}'`, ['-p', '{"a":"b"}']],
		['a "x\\"y\\\\z\\n"', ['a', 'x"y\\z\\n']],
		["--x='' b''c", ['--x=', 'bc']],
		['a \\\n  b', ['a', 'b']],
		['a # comment', ['a']],
		['a b#c', ['a', 'b#c']],
		["a '$x'", ['a', '$x']]
	])('splits %j into words as bash does', (line, expected) => {
		expect(words(line)).toEqual([expected]);
	});

	test('joins programs by pipes, and pipelines by ;, && and ||', () => {
		const [first, second, third] = parseLine('a | b 2>&1; c && d');
		expect(first!.calls.map(({ words: all, stderr }) => [all[0], stderr])).toEqual([
			['a', 'terminal'],
			['b', 'pipe']
		]);
		expect([second!.when, third!.when]).toEqual(['always', 'success']);
	});

	test('reads an input file', () => {
		expect(parseLine('wc -l < f.txt')[0]!.calls[0]).toMatchObject({ inputFile: 'f.txt' });
	});

	test('sets variables for one program only', () => {
		const [first, second] = parseLine("A=1 B='x y' a C=2 | b")[0]!.calls;
		expect([first!.variables, first!.words]).toEqual([{ A: '1', B: 'x y' }, ['a', 'C=2']]);
		expect(second!.variables).toEqual({});
	});

	test('finds nothing to run in an empty line', () => {
		expect(parseLine('  \n ')).toEqual([]);
	});

	test.each([
		["a 'b", "bash: unexpected EOF while looking for matching `''"],
		['a "b', 'bash: unexpected EOF while looking for matching `"\''],
		['a |', "bash: syntax error near unexpected token `newline'"],
		['| a', "bash: syntax error near unexpected token `|'"],
		['a $HOME', 'bash: $HOME: this terminal has no variables and no command substitution'],
		['a "$(b)"', 'bash: $(: this terminal has no variables and no command substitution'],
		['A=1', 'bash: A: this terminal keeps no variables'],
		['a > f', 'bash: this terminal has no >']
	])('refuses %j', (line, message) => {
		expect(() => parseLine(line)).toThrow(message);
	});
});
