import { expect, test } from 'vitest';
import { FileSystem } from '../file-system.ts';
import { Shell } from './run.ts';
import { ShellSyntaxError } from './syntax.ts';
import { OutOfMemory } from './world.ts';

interface Ran {
	readonly code: number;
	readonly output: string;
	/** Ms slept before it ended. */
	readonly sleptMs: number;
}

/** Runs a script to its end, or to the limit of its sleep; `termAtMs` sends SIGTERM then. */
function run(script: string, { termAtMs = Infinity, limitMs = 60_000 } = {}): Ran {
	let output = '';
	let sleptMs = 0;
	const shell = new Shell({
		files: new FileSystem(),
		environment: new Map([['NAME', 'web']]),
		hostname: 'pod-1',
		memoryBytes: 1000,
		now: () => 0,
		write: (text) => (output += text),
		complain: (text) => (output += text)
	});
	const running = shell.run(script);
	for (;;) {
		const { value, done } = running.next();
		if (done === true) return { code: value, output, sleptMs };
		sleptMs += value.sleepMs;
		if (sleptMs >= termAtMs) shell.terminate();
		if (sleptMs > limitMs) return { code: -1, output, sleptMs };
	}
}

test.each([
	['exit 3', 3, ''],
	['true', 0, ''],
	['false', 1, ''],
	['echo hello; exit 1', 1, 'hello\n'],
	['echo a && false && echo b', 1, 'a\n'],
	['false || echo c', 0, 'c\n'],
	['! false', 0, ''],
	["echo 'one; two' \"$NAME\" '$NAME'", 0, 'one; two web $NAME\n'],
	['cat /tmp/x', 1, "cat: can't open '/tmp/x': No such file or directory\n"],
	['echo hi > /tmp/x; cat /tmp/x', 0, 'hi\n'],
	[
		'touch /tmp/x; rm /tmp/x; cat /tmp/x',
		1,
		"cat: can't open '/tmp/x': No such file or directory\n"
	],
	['if [ -f /tmp/x ]; then echo yes; else echo no; fi', 0, 'no\n'],
	['for i in 1 2 3; do echo $i; done', 0, '1\n2\n3\n'],
	['i=0; while [ $i -lt 3 ]; do i=$((i+1)); echo $i; done', 0, '1\n2\n3\n'],
	['while true; do break; done; echo out', 0, 'out\n'],
	['until true; do echo never; done', 0, ''],
	['echo $(hostname)', 0, 'pod-1\n'],
	['nosuch', 127, 'sh: nosuch: not found\n'],
	['false; echo $?', 0, '1\n'],
	['# a comment\necho x', 0, 'x\n'],
	['sh -c "exit 4"', 4, ''],
	['A=1; sh -c \'echo "$A" $1\' name x', 0, '1 x\n'],
	['exec echo done; echo never', 0, 'done\n'],
	['echo a b | wc -w', 0, '2\n'],
	["printf 'b\\na\\nb\\n' | sort -u | head -n 1", 0, 'a\n'],
	['echo one | grep -q two || echo none', 0, 'none\n'],
	['greet() { echo "hello $1"; return 3; }; greet you; echo $?', 0, 'hello you\n3\n'],
	['(cd /tmp; X=1; pwd); pwd; echo "[$X]"', 0, '/tmp\n/\n[]\n'],
	['{ echo a; echo b; } > /tmp/x; cat /tmp/x', 0, 'a\nb\n'],
	['X=$(echo "a  b"); echo "$X" $X', 0, 'a  b a b\n'],
	['echo "pod $(hostname) `echo nested`"', 0, 'pod pod-1 nested\n'],
	['echo ${MISSING:-default} ${NAME:-x}', 0, 'default web\n'],
	['echo $(( (2 + 3) * 4 - 1 ))', 0, '19\n'],
	['echo err >&2 2>/dev/null', 0, 'err\n'],
	[
		'echo hidden 2>/dev/null >/dev/null; ls /none 2>&1',
		1,
		'ls: /none: No such file or directory\n'
	],
	['echo "$NAME=1"', 0, 'web=1\n'],
	['X=1 Y=2; echo $X$Y', 0, '12\n'],
	['printf \'a\\nb\\n\' > /tmp/l; while read x; do echo "<$x>"; done < /tmp/l', 0, '<a>\n<b>\n'],
	['mkdir /data; touch /data/x /data/y; ls /data', 0, 'x\ny\n'],
	['test -d /data && echo yes || echo no', 0, 'no\n'],
	['[ 1 -lt 2 -a a = a ] && echo both', 0, 'both\n'],
	['date +%Y', 0, '1970\n'],
	['sleep 1 & echo first; wait; echo last', 0, 'first\nlast\n']
])('%s ends with %i', (script, code, output) => {
	expect(run(script)).toMatchObject({ code, output });
});

test.each([
	['sleep 3; exit 0', 3000],
	['sleep 0.5', 500],
	['sleep 1m', 60_000],
	['for i in 1 2; do sleep 2; done', 4000]
])('%s takes its time', (script, sleptMs) => {
	expect(run(script).sleptMs).toBe(sleptMs);
});

test('a trap for TERM runs after the command that is under way', () => {
	const { code, sleptMs } = run("trap 'exit 0' TERM; while true; do sleep 10; done", {
		termAtMs: 10
	});
	expect(code).toBe(0);
	expect(sleptMs).toBe(10_000);
});

test('without a trap the loop goes on', () => {
	expect(run('while true; do sleep 1; done', { termAtMs: 10 }).code).toBe(-1);
});

test('an empty trap ignores TERM', () => {
	expect(run("trap '' TERM; while true; do sleep 1; done", { termAtMs: 10 }).code).toBe(-1);
});

test('an endless loop without a sleep lets time pass', () => {
	expect(run('while true; do true; done', { limitMs: 100 })).toMatchObject({ code: -1 });
});

test('a variable that grows for ever ends the script when its memory is used up', () => {
	expect(() => run('a=xx; while true; do a=$a$a; done')).toThrow(OutOfMemory);
});

test.each(['echo "x', 'while true; do', 'if true; then', '&& x'])('%s is no script', (script) => {
	expect(() => run(script)).toThrow(ShellSyntaxError);
});
