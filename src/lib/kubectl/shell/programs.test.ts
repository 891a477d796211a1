import { describe, expect, test } from 'vitest';
import { programs } from './programs.ts';

const stdin = 'beta 2\nalpha 10\nalpha 10\ngamma 1\n';

function run(name: string, ...args: string[]): { stdout: string; exitCode: number } {
	return programs[name]!({ args, stdin, files: { 'f.txt': 'one\n' } });
}

describe('programs behind a pipe', () => {
	test.each([
		['grep alpha', 'alpha 10\nalpha 10\n'],
		['grep -i ALPHA', 'alpha 10\nalpha 10\n'],
		['grep -v alpha', 'beta 2\ngamma 1\n'],
		['grep -c a', '4\n'],
		['grep -o [0-9]*$', '2\n10\n10\n1\n'],
		['grep -E (be|gam)', 'beta 2\ngamma 1\n'],
		['grep -n gamma', '4:gamma 1\n'],
		['grep -w 1', 'gamma 1\n'],
		['wc -l', '4\n'],
		['head -1', 'beta 2\n'],
		['head -n 2', 'beta 2\nalpha 10\n'],
		['tail -1', 'gamma 1\n'],
		['sort', 'alpha 10\nalpha 10\nbeta 2\ngamma 1\n'],
		['sort -r', 'gamma 1\nbeta 2\nalpha 10\nalpha 10\n'],
		['sort -n -k 2', 'gamma 1\nbeta 2\nalpha 10\nalpha 10\n'],
		['sort -u', 'alpha 10\nbeta 2\ngamma 1\n'],
		['uniq -c', '      1 beta 2\n      2 alpha 10\n      1 gamma 1\n'],
		['cut -c1-3', 'bet\nalp\nalp\ngam\n'],
		['tr a-z A-Z', 'BETA 2\nALPHA 10\nALPHA 10\nGAMMA 1\n'],
		['tr -d 0-9', 'beta \nalpha \nalpha \ngamma \n'],
		['sed s/a/A/', 'betA 2\nAlpha 10\nAlpha 10\ngAmma 1\n'],
		['sed s/A/o/gi', 'beto 2\nolpho 10\nolpho 10\ngommo 1\n'],
		['sed -n 2p', 'alpha 10\n'],
		['sed /alpha/d', 'beta 2\ngamma 1\n'],
		['sed $d', 'beta 2\nalpha 10\nalpha 10\n'],
		['sed -n s|gam|[&]|p', '[gam]ma 1\n'],
		['sed -E s/([a-z]+).([0-9]+)/\\2-\\1/;1d', '10-alpha\n10-alpha\n1-gamma\n'],
		['cat', stdin],
		['cat f.txt', 'one\n'],
		['echo a b', 'a b\n']
	])('%s prints what it prints on Linux', (line, expected) => {
		const [name = '', ...args] = line.split(' ');
		expect(run(name, ...args).stdout).toBe(expected);
	});

	test('cut finds fields by a delimiter', () => {
		expect(run('cut', '-d', ' ', '-f', '2').stdout).toBe('2\n10\n10\n1\n');
	});

	test('grep that finds nothing exits 1', () => {
		expect(run('grep', 'delta')).toEqual({ stdout: '', exitCode: 1 });
	});

	test('cat of a missing file exits 1', () => {
		expect(run('cat', 'none')).toMatchObject({
			stderr: 'cat: none: No such file or directory\n',
			exitCode: 1
		});
	});
});
