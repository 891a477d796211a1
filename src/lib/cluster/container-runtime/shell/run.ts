import { builtins } from './builtins.ts';
import { Exit, Leave } from './control.ts';
import { expandWord, expandWords } from './expand.ts';
import { parseScript } from './parse.ts';
import { programs } from './programs/programs.ts';
import { openStreams } from './redirect.ts';
import type { Command, SimpleCommand } from './syntax.ts';
import { OutOfMemory, type Pause, type Script, type ShellWorld, type Streams } from './world.ts';

const commandNotFound = 127;

/** A program that is a shell. */
export function isShell(name: string): boolean {
	return /^(\/(usr\/)?bin\/)?(sh|ash|bash)$/.test(name);
}

/** A shell that lives in virtual time: sleeping is yielding. A loop that never sleeps takes a millisecond a turn. */
export class Shell {
	/** What `trap … TERM` asked for. */
	trapped: Command | 'ignore' | undefined;
	/** SIGTERM came while a trap is set; it is handled between two commands. */
	terminated = false;
	/** `exec` has put another program in the shell's place: signals go to that. */
	replaced = false;
	status = 0;
	directory = '/';
	/** `$0`, `$1` … */
	args: readonly string[] = ['sh'];
	/** How many background jobs still run, and what goes on when one ends or a signal comes. */
	jobs = 0;
	wake: (() => void) | undefined;

	constructor(
		readonly world: ShellWorld,
		readonly variables: Map<string, string> = new Map(world.environment),
		private readonly functions = new Map<string, Command>()
	) {}

	*run(script: string, input = ''): Script {
		return yield* this.toExit(parseScript(script), this.standardStreams(input));
	}

	/** A command line that nobody has to read: its words are given. `sh -c SCRIPT` makes this shell run the script. */
	*runCommand([name = '', ...args]: readonly string[], input = ''): Script {
		const at = isShell(name) ? args.findIndex((arg) => /^-\w*c$/.test(arg)) : -1;
		if (at >= 0) {
			this.args = args.length > at + 2 ? args.slice(at + 2) : ['sh'];
			return yield* this.run(args[at + 1] ?? '', input);
		}
		try {
			return yield* this.call(name, args, this.standardStreams(input));
		} catch (thrown) {
			if (thrown instanceof Exit) return thrown.code;
			throw thrown;
		}
	}

	private standardStreams(input: string): Streams {
		return {
			input: { text: input },
			out: (text) => this.world.write(text),
			err: (text) => this.world.complain(text)
		};
	}

	/** SIGTERM for a shell with a trap. */
	terminate(): void {
		if (this.trapped === undefined) return;
		this.terminated = true;
		this.wake?.();
	}

	*toExit(command: Command, streams: Streams): Script {
		try {
			return yield* this.execute(command, streams);
		} catch (thrown) {
			if (thrown instanceof Exit) return thrown.code;
			if (thrown instanceof Leave) return thrown.code;
			throw thrown;
		}
	}

	/** A shell of its own with the same variables: what it sets stays its own. */
	child(): Shell {
		const child = new Shell(this.world, new Map(this.variables), this.functions);
		child.directory = this.directory;
		child.args = this.args;
		child.status = this.status;
		return child;
	}

	path(name: string): string {
		const parts: string[] = [];
		for (const part of (name.startsWith('/') ? name : `${this.directory}/${name}`).split('/')) {
			if (part === '..') parts.pop();
			else if (part !== '' && part !== '.') parts.push(part);
		}
		return `/${parts.join('/')}`;
	}

	set(name: string, value: string): void {
		this.keep(value);
		this.variables.set(name, value);
	}

	/** Whatever is kept must fit into the memory. */
	keep(text: string): void {
		if (text.length > this.world.memoryBytes) throw new OutOfMemory();
	}

	*execute(command: Command, streams: Streams): Script {
		switch (command.type) {
			case 'simple':
				this.status = yield* this.simple(command, streams);
				yield* this.handleSignal(streams);
				break;
			case 'sequence':
				for (const each of command.commands) yield* this.execute(each, streams);
				break;
			case 'and':
				if ((yield* this.execute(command.left, streams)) === 0) {
					yield* this.execute(command.right, streams);
				}
				break;
			case 'or':
				if ((yield* this.execute(command.left, streams)) !== 0) {
					yield* this.execute(command.right, streams);
				}
				break;
			case 'not':
				this.status = (yield* this.execute(command.command, streams)) === 0 ? 1 : 0;
				break;
			case 'pipe':
				this.status = yield* this.pipe(command.commands, streams);
				break;
			case 'background':
				this.start(command.command, streams);
				break;
			case 'group':
				this.status = yield* this.group(command, streams);
				break;
			case 'function':
				this.functions.set(command.name, command.body);
				this.status = 0;
				break;
			case 'loop':
				while (((yield* this.execute(command.condition, streams)) === 0) !== command.until) {
					if (yield* this.leavesLoop(command.body, streams)) break;
					yield { sleepMs: 1 };
				}
				this.status = 0;
				break;
			case 'for':
				for (const item of yield* expandWords(this, command.items)) {
					this.set(command.name, item);
					if (yield* this.leavesLoop(command.body, streams)) break;
				}
				break;
			case 'if':
				if ((yield* this.execute(command.condition, streams)) === 0) {
					yield* this.execute(command.then, streams);
				} else if (command.otherwise !== undefined) {
					yield* this.execute(command.otherwise, streams);
				} else this.status = 0;
				break;
		}
		return this.status;
	}

	private *leavesLoop(body: Command, streams: Streams): Generator<Pause, boolean, void> {
		try {
			yield* this.execute(body, streams);
			return false;
		} catch (thrown) {
			if (!(thrown instanceof Leave) || thrown.kind === 'return') throw thrown;
			return thrown.kind === 'break';
		}
	}

	private *handleSignal(streams: Streams): Generator<Pause, void, void> {
		if (!this.terminated || this.trapped === undefined || this.trapped === 'ignore') return;
		this.terminated = false;
		yield* this.execute(this.trapped, streams);
	}

	/** One after the other, each in a shell of its own; a stage gets what the one before it has written. */
	private *pipe(commands: readonly Command[], streams: Streams): Script {
		let input = streams.input;
		let status = 0;
		for (const [index, command] of commands.entries()) {
			let text = '';
			const last = index === commands.length - 1;
			const out = last
				? streams.out
				: (more: string): void => {
						this.keep((text += more));
					};
			status = yield* this.child().toExit(command, { ...streams, input, out });
			input = { text };
		}
		return status;
	}

	private start(command: Command, streams: Streams): void {
		const { spawn } = this.world;
		this.status = 0;
		if (spawn === undefined) return;
		this.jobs++;
		spawn(this.child().toExit(command, streams), () => {
			this.jobs--;
			this.wake?.();
		});
	}

	private *group(
		{ body, own, redirects }: Extract<Command, { type: 'group' }>,
		streams: Streams
	): Script {
		const opened = yield* openStreams(this, redirects, streams);
		if (opened === undefined) return 1;
		return own ? yield* this.child().toExit(body, opened) : yield* this.execute(body, opened);
	}

	private *simple({ words, redirects }: SimpleCommand, streams: Streams): Script {
		const assigned = words.findIndex(({ parts }) => !isAssignment(parts[0]));
		const rest = assigned < 0 ? [] : words.slice(assigned);
		for (const word of words.slice(0, words.length - rest.length)) {
			const text = yield* expandWord(this, word);
			const equals = text.indexOf('=');
			this.set(text.slice(0, equals), text.slice(equals + 1));
		}
		const [name = '', ...args] = yield* expandWords(this, rest);
		const opened = yield* openStreams(this, redirects, streams);
		if (opened === undefined) return 1;
		return name === '' ? 0 : yield* this.call(name, args, opened);
	}

	/** A function, something that the shell itself does, or a program. */
	*call(name: string, args: readonly string[], streams: Streams): Script {
		const body = this.functions.get(name);
		if (body !== undefined) return yield* this.callFunction(body, args, streams);
		if (isShell(name)) return yield* this.runShell(args, streams);
		const builtin = Object.hasOwn(builtins, name) ? builtins[name] : undefined;
		if (builtin !== undefined) return yield* builtin(this, args, streams);
		const short = name.replace(/^\/?(usr\/)?(local\/)?s?bin\//, '');
		const program = Object.hasOwn(programs, short) ? programs[short] : undefined;
		if (program !== undefined) {
			const { world } = this;
			const path = (file: string): string => this.path(file);
			const keep = (text: string): void => this.keep(text);
			const result = program({ args, streams, world, path, keep, variables: this.variables });
			return typeof result === 'number' ? result : yield* result;
		}
		if (this.world.serve?.([name, ...args]) === true) {
			yield { sleepMs: Infinity };
			return 0;
		}
		streams.err(`sh: ${name}: not found\n`);
		return commandNotFound;
	}

	/** A shell inside this one, with variables of its own; with no script it reads one. */
	private *runShell(args: readonly string[], streams: Streams): Script {
		const at = args.findIndex((arg) => /^-\w*c$/.test(arg));
		const child = this.child();
		child.args = at >= 0 && args.length > at + 2 ? args.slice(at + 2) : ['sh'];
		const script = at < 0 ? streams.input.text : (args[at + 1] ?? '');
		return yield* child.toExit(parseScript(script), streams);
	}

	private *callFunction(body: Command, args: readonly string[], streams: Streams): Script {
		const before = this.args;
		this.args = [before[0]!, ...args];
		try {
			return yield* this.execute(body, streams);
		} catch (thrown) {
			if (thrown instanceof Leave && thrown.kind === 'return') return thrown.code;
			throw thrown;
		} finally {
			this.args = before;
		}
	}
}

function isAssignment(
	part: { text: string; expands: boolean; quoted: boolean } | undefined
): boolean {
	return part !== undefined && !part.quoted && /^[A-Za-z_]\w*=/.test(part.text);
}
