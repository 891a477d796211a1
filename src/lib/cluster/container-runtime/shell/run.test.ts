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
	['sh -c "exit 4"', 4, '']
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
