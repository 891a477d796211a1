import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { array, bool, duration, int, slice, text } from './flag.ts';
import { parseFlags } from './parse-flags.ts';

const flags = [
	text('namespace', 'n', 'default'),
	text('output', 'o'),
	bool('watch', 'w'),
	bool('wait', undefined, true),
	int('tail', -1),
	duration('since', '0s'),
	array('env'),
	slice('filename', 'f'),
	{ name: 'dry-run', type: 'string', default: 'none', bare: 'unchanged' } as const
];

function parse(line: string): ReturnType<typeof parseFlags> {
	return parseFlags(line === '' ? [] : line.split(' '), flags);
}

describe('parseFlags', () => {
	test.each(['-n kube-system', '-nkube-system', '-n=kube-system', '--namespace kube-system'])(
		'reads the value of %s',
		(line) => {
			expect(parse(line).text('namespace')).toBe('kube-system');
		}
	);

	test('reads several one-letter flags in one word', () => {
		const parsed = parse('-wn x get');
		expect([parsed.bool('watch'), parsed.text('namespace'), parsed.args]).toEqual([
			true,
			'x',
			['get']
		]);
	});

	test('knows defaults from what was given', () => {
		const parsed = parse('');
		expect([parsed.text('namespace'), parsed.given('namespace')]).toEqual(['default', false]);
		expect([parsed.bool('wait'), parsed.int('tail'), parsed.duration('since')]).toEqual([
			true,
			-1,
			0
		]);
	});

	test('takes no value for a flag that may stand alone', () => {
		const parsed = parse('--dry-run client');
		expect([parsed.text('dry-run'), parsed.args]).toEqual(['unchanged', ['client']]);
	});

	test('collects lists, and splits slices at commas', () => {
		const parsed = parse('--env=A=1,2 --env B=3 -f a.yaml,b.yaml -f c.yaml');
		expect(parsed.list('env')).toEqual(['A=1,2', 'B=3']);
		expect(parsed.list('filename')).toEqual(['a.yaml', 'b.yaml', 'c.yaml']);
	});

	test('leaves everything behind -- alone', () => {
		const parsed = parse('pod -- sh -c --x');
		expect([parsed.args, parsed.argsBeforeDash]).toEqual([['pod', 'sh', '-c', '--x'], 1]);
	});

	test.each([
		['--what', 'unknown flag: --what'],
		['-z', "unknown shorthand flag: 'z' in -z"],
		['-wz', "unknown shorthand flag: 'z' in -z"],
		['--output', 'flag needs an argument: --output'],
		['-f', "flag needs an argument: 'f' in -f"],
		['--=x', 'bad flag syntax: --=x'],
		[
			'--watch=maybe',
			'invalid argument "maybe" for "-w, --watch" flag: strconv.ParseBool: parsing "maybe": invalid syntax'
		],
		[
			'--tail few',
			'invalid argument "few" for "--tail" flag: strconv.ParseInt: parsing "few": invalid syntax'
		],
		['--since=abc', 'invalid argument "abc" for "--since" flag: time: invalid duration "abc"'],
		['--since=5', 'invalid argument "5" for "--since" flag: time: missing unit in duration "5"'],
		[
			'--since=5x',
			'invalid argument "5x" for "--since" flag: time: unknown unit "x" in duration "5x"'
		]
	])('refuses %s in the words of pflag', (line, message) => {
		expect(() => parse(line)).toThrow(message);
	});

	test.each([
		['1h30m', 5_400_000],
		['1.5s', 1500],
		['-2m', -120_000],
		['100ms', 100]
	])('reads the duration %s', (line, ms) => {
		expect(parse(`--since=${line}`).duration('since')).toBe(ms);
	});

	test('never loses an argument, wherever flags stand', () => {
		const word = fc.stringMatching(/^[a-z/.]{1,8}$/);
		fc.assert(
			fc.property(fc.array(word), fc.array(word), (before, behind) => {
				const parsed = parseFlags([...before, '-w', '--namespace=x', ...behind], flags);
				expect(parsed.args).toEqual([...before, ...behind]);
			})
		);
	});
});
