import { describe, expect, it } from 'vitest';
import { EventEmitter } from 'node:events';
import { WebSocket } from 'ws';
import { ExecChannels } from '../../scripts/kinetes/serve/exec-channels.ts';
import { exitedWith, type ExecListener } from '../../scripts/kinetes/serve/exec-run.ts';
import { InteractiveShell, isPlainShell } from '../../scripts/kinetes/serve/interactive-shell.ts';

/** The other end of a websocket: what was sent, by channel. */
class FakeSocket extends EventEmitter {
	readonly readyState = WebSocket.OPEN;
	readonly bufferedAmount = 0;
	readonly sent: string[] = ['', '', '', ''];
	isClosed = false;

	send(message: Buffer): void {
		this.sent[message[0]!] += message.subarray(1).toString();
	}

	close(): void {
		this.isClosed = true;
	}
}

/** A shell whose commands are run by the test. */
function opened() {
	const socket = new FakeSocket();
	const runs: { readonly script: string; readonly listener: ExecListener; stopped: boolean }[] = [];
	const shell = new InteractiveShell(([, , script = ''], _input, listener) => {
		const run = { script, listener, stopped: false };
		runs.push(run);
		return () => (run.stopped = true);
	}, exitedWith);
	shell.open(new ExecChannels(socket as unknown as WebSocket, shell.onInput, shell.onEndOfInput));
	const type = (text: string): boolean =>
		socket.emit('message', Buffer.concat([Buffer.from([0]), Buffer.from(text)]), true);
	const answer = (text: string, status = 0, directory = '/'): void => {
		const { listener } = runs.at(-1)!;
		listener.print({ stream: 'stdout', text });
		listener.print({ stream: 'stdout', text: `\x1f${status}\x1f${directory}\n` });
		listener.end(undefined);
	};
	return { socket, runs, type, answer };
}

describe('a shell at a terminal', () => {
	it('shows what is typed, runs the line, and asks for the next', () => {
		const { socket, runs, type, answer } = opened();
		type('ls\r');
		expect(runs[0]!.script).toContain('\nls\n');
		answer('bin\netc\n');
		expect(socket.sent[1]).toBe('/ # ls\r\nbin\r\netc\r\n/ # ');
	});

	it('stays in the directory and keeps the variables of the lines before', () => {
		const { socket, runs, type, answer } = opened();
		type('cd /tmp\r');
		answer('', 0, '/tmp');
		type('NAME=tom\r');
		answer('', 0, '/tmp');
		type('echo $NAME\r');
		expect(runs[2]!.script.split('\n').slice(0, 3)).toEqual(['cd /tmp', 'NAME=tom', 'echo $NAME']);
		expect(socket.sent[1]).toContain('/tmp # ');
	});

	it('takes keys back, brings lines back, and runs what was typed ahead', () => {
		const { socket, runs, type, answer } = opened();
		type('lss\x7f\r');
		expect(runs[0]!.script).toContain('\nls\n');
		type('pwd\r');
		expect(runs).toHaveLength(1);
		answer('');
		expect(runs[1]!.script).toContain('\npwd\n');
		answer('');
		type('\x1b[A\x1b[A\r');
		expect(runs[2]!.script).toContain('\nls\n');
		expect(socket.sent[1]).not.toContain('\x1b');
	});

	it('gives up what runs at Ctrl-C, and an unfinished line', () => {
		const { socket, runs, type } = opened();
		type('sleep 100\r');
		type('\x03');
		expect(runs[0]!.stopped).toBe(true);
		expect(socket.sent[1]).toMatch(/\^C\r\n\/ # $/);
		type('half\x03');
		expect(runs).toHaveLength(1);
	});

	it('ends with the status of its last command, or the one that it is told', () => {
		const first = opened();
		first.type('false\r');
		first.answer('', 1);
		first.type('\x04');
		expect(JSON.parse(first.socket.sent[3]!)).toMatchObject({
			status: 'Failure',
			reason: 'NonZeroExitCode',
			details: { causes: [{ reason: 'ExitCode', message: '1' }] }
		});
		expect(first.socket.isClosed).toBe(true);
		const second = opened();
		second.type('exit 0\r');
		expect(JSON.parse(second.socket.sent[3]!)).toMatchObject({ status: 'Success' });
	});
});

describe('a command', () => {
	it('is a plain shell when it does what it reads', () => {
		for (const line of ['sh', '/bin/sh', 'bash -l', 'ash -i']) {
			expect(isPlainShell(line.split(' '))).toBe(true);
		}
		for (const line of ['sh -c ls', 'ls', 'sh script.sh', '']) {
			expect(isPlainShell(line.split(' '))).toBe(false);
		}
	});
});
