import type { Status } from '#lib/kubernetes/object.ts';
import type { ExecChannels } from './exec-channels.ts';
import { endingOf, type ExecRun } from './exec-run.ts';
import { keysIn, LineEditor } from './line-editor.ts';

/** Whether a command is a shell that reads what it does from its input. */
export function isPlainShell([name = '', ...flags]: readonly string[]): boolean {
	return (
		/^(\/(usr\/)?bin\/)?(sh|ash|bash)$/.test(name) && flags.every((one) => /^-[il]+$/.test(one))
	);
}

/** What a shell answers for a program that Ctrl-C has ended. */
const interrupted = 130;

/** Stands before what a line answered and where the shell is then. */
const mark = '\x1f';

/**
 * A shell at a terminal: every line that is typed is a command of its own in the container, which begins where the one before
 * has ended: in its directory, with the variables that were set.
 */
export class InteractiveShell {
	private readonly editor = new LineEditor();
	private channels: ExecChannels | undefined;
	private directory = '/';
	private readonly assignments: string[] = [];
	private status = 0;
	/** What was typed while a command ran. */
	private waiting = '';
	private isBusy = false;
	/** Gives up what runs. */
	private stop = (): void => {};

	/** @param ending what is told at the end, by the status of its last command */
	constructor(
		private readonly run: ExecRun,
		private readonly ending: (exitCode: number) => Status
	) {}

	open(channels: ExecChannels): void {
		this.channels = channels;
		this.prompt();
	}

	readonly onInput = (text: string): void => {
		for (const key of keysIn(text)) {
			if (this.isBusy && key === '\x03') {
				this.interrupt();
				continue;
			}
			if (this.isBusy) {
				this.waiting += key;
				continue;
			}
			const { shown, line, signal } = this.editor.press(key);
			this.print(shown);
			if (signal === 'end') return this.leave();
			if (signal === 'interrupt' || line?.trim() === '') this.prompt();
			else if (line !== undefined) this.obey(line);
		}
	};

	readonly onEndOfInput = (): void => {
		if (!this.isBusy) this.leave();
	};

	private obey(line: string): void {
		const leaving = /^\s*exit(?:\s+(\d+))?\s*$/.exec(line);
		if (leaving === null) return this.execute(line);
		this.status = Number(leaving[1] ?? this.status);
		this.leave();
	}

	private execute(line: string): void {
		this.isBusy = true;
		const script = [
			`cd ${this.directory}`,
			...this.assignments,
			line,
			`echo "${mark}$?${mark}$(pwd)"`
		].join('\n');
		let said = '';
		this.stop = this.run(['sh', '-c', script], '', {
			print: ({ text }) => {
				const at = text.indexOf(mark);
				this.print((at < 0 ? text : text.slice(0, at)).replaceAll('\n', '\r\n'));
				if (at >= 0) said = text.slice(at);
			},
			end: (response) => {
				const [, status, directory] = said.split(mark);
				if (directory !== undefined) {
					this.status = Number(status);
					this.directory = directory.trim();
					if (/^\s*(export\s+)?\w+=\S*\s*$/.test(line)) this.assignments.push(line);
				} else {
					this.status = 1;
					const { message, reason } = endingOf(response);
					if (reason !== 'NonZeroExitCode' && message) this.print(`${message}\r\n`);
				}
				this.goOn();
			}
		});
	}

	private interrupt(): void {
		this.stop();
		this.print('^C\r\n');
		this.status = interrupted;
		this.waiting = '';
		this.goOn();
	}

	private goOn(): void {
		this.isBusy = false;
		this.prompt();
		const { waiting } = this;
		this.waiting = '';
		this.onInput(waiting);
	}

	private prompt(): void {
		this.print(`${this.directory} # `);
	}

	private print(text: string): void {
		this.channels?.write('stdout', text);
	}

	private leave(): void {
		this.channels?.end(this.ending(this.status));
	}
}
