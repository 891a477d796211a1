import type { Command, Word } from './syntax.ts';
import { parseScript } from './parse.ts';

/** What a script can touch: its container's files and environment, and what it writes. */
export interface ShellWorld {
	readonly files: Map<string, string>;
	readonly environment: Map<string, string>;
	readonly hostname: string;
	/** What its variables and files may take, bytes. */
	readonly memoryBytes: number;
	/** The container's own limit, where it has one. */
	readonly memoryLimitBytes?: number;
	write(text: string): void;
	/** Starts the server that a command line is; false when it is none. */
	serve?(command: readonly string[]): boolean;
	/** A server runs in the container. */
	serverRuns?(): boolean;
	/** Asks the container's servers to end well, as `nginx -s quit` does. */
	stopServers?(): void;
}

/** A script pauses for so many ms; Infinity: until it is killed. */
export type Pause = { readonly sleepMs: number };

/** A running script: yields its pauses, returns its exit code. */
export type Script = Generator<Pause, number, void>;

class Exit {
	constructor(readonly code: number) {}
}

/** Leaves a loop. */
class LoopControl {
	constructor(readonly kind: 'break' | 'continue') {}
}

/** The script took more memory than it may. */
export class OutOfMemory extends Error {}

/** A shell that lives in virtual time: sleeping is yielding. A loop that never sleeps takes a millisecond a turn. */
export class Shell {
	/** What `trap … TERM` asked for. */
	trapped: Command | 'ignore' | undefined;
	/** SIGTERM came while a trap is set; it is handled between two commands. */
	terminated = false;
	/** `exec` has put a server in the shell's place: signals go to that. */
	replaced = false;
	private status = 0;

	constructor(private readonly world: ShellWorld) {}

	*run(script: string): Script {
		return yield* this.toExit(parseScript(script));
	}

	private *toExit(command: Command): Script {
		try {
			return yield* this.execute(command);
		} catch (thrown) {
			if (thrown instanceof Exit) return thrown.code;
			throw thrown;
		}
	}

	private *execute(command: Command): Script {
		switch (command.type) {
			case 'simple':
				this.status = yield* this.simple(command.words);
				yield* this.handleSignal();
				break;
			case 'sequence':
				for (const each of command.commands) yield* this.execute(each);
				break;
			case 'and':
				if ((yield* this.execute(command.left)) === 0) yield* this.execute(command.right);
				break;
			case 'or':
				if ((yield* this.execute(command.left)) !== 0) yield* this.execute(command.right);
				break;
			case 'not':
				this.status = (yield* this.execute(command.command)) === 0 ? 1 : 0;
				break;
			case 'loop':
				while (((yield* this.execute(command.condition)) === 0) !== command.until) {
					if (yield* this.leavesLoop(command.body)) break;
					yield { sleepMs: 1 };
				}
				this.status = 0;
				break;
			case 'for':
				for (const item of command.items.flatMap((word) => this.expand(word).split(/\s+/))) {
					this.world.environment.set(command.name, item);
					if (yield* this.leavesLoop(command.body)) break;
				}
				break;
			case 'if':
				if ((yield* this.execute(command.condition)) === 0) yield* this.execute(command.then);
				else if (command.otherwise !== undefined) yield* this.execute(command.otherwise);
				else this.status = 0;
				break;
		}
		return this.status;
	}

	private *leavesLoop(body: Command): Generator<Pause, boolean, void> {
		try {
			yield* this.execute(body);
			return false;
		} catch (thrown) {
			if (thrown instanceof LoopControl) return thrown.kind === 'break';
			throw thrown;
		}
	}

	private *handleSignal(): Generator<Pause, void, void> {
		if (!this.terminated || this.trapped === undefined || this.trapped === 'ignore') return;
		this.terminated = false;
		yield* this.execute(this.trapped);
	}

	private *simple(words: readonly Word[]): Script {
		const all = words.map((word) => this.expand(word));
		const redirect = all.findIndex((word) => word === '>' || word === '>>');
		const target = redirect < 0 ? undefined : all[redirect + 1];
		const appends = redirect >= 0 && all[redirect] === '>>';
		const [program = '', ...rest] = redirect < 0 ? all : all.slice(0, redirect);
		let output = '';
		const assignment = /^([A-Za-z_]\w*)=(.*)$/s.exec(program);
		if (assignment !== null && rest.length === 0) {
			this.keep(assignment[2]!);
			this.world.environment.set(assignment[1]!, assignment[2]!);
			return 0;
		}
		const code = yield* this.program(program, rest, (text) => (output += text));
		if (target !== undefined && target !== '/dev/null') {
			const before = appends ? (this.world.files.get(target) ?? '') : '';
			this.keep(before + output);
			this.world.files.set(target, before + output);
		} else if (target === undefined && output !== '') this.world.write(output);
		return code;
	}

	private keep(text: string): void {
		if (text.length > this.world.memoryBytes) throw new OutOfMemory();
	}

	private *program(name: string, args: string[], write: (text: string) => void): Script {
		const { files } = this.world;
		switch (name.replace(/^\/(usr\/)?bin\//, '')) {
			case 'sleep':
				yield { sleepMs: sleepMs(args) };
				return 0;
			case 'exit':
				throw new Exit(args[0] === undefined ? this.status : Number(args[0]) & 255);
			case 'break':
			case 'continue':
				throw new LoopControl(name as 'break' | 'continue');
			case 'echo':
				write(args[0] === '-n' ? args.slice(1).join(' ') : `${args.join(' ')}\n`);
				return 0;
			case 'true':
			case ':':
			case 'wait':
			case 'set':
			case 'mkdir':
				return 0;
			case 'false':
				return 1;
			case 'touch':
				for (const file of args) if (!files.has(file)) files.set(file, '');
				return 0;
			case 'rm':
				return this.remove(args, write);
			case 'cat':
			case 'ls':
				return this.show(name, args, write);
			case 'date':
			case 'hostname':
				write(`${this.world.hostname}\n`);
				return 0;
			case 'test':
			case '[':
				return this.test(args.filter((arg) => arg !== ']')) ? 0 : 1;
			case 'trap':
				this.trap(args);
				return 0;
			case 'exec':
				if (args.length === 0) return 0;
				this.replaced = true;
				throw new Exit(yield* this.program(args[0]!, args.slice(1), write));
			case 'sh':
			case 'ash':
			case 'bash':
				return args[0] === '-c' ? yield* this.toExit(parseScript(args[1] ?? '')) : 0;
			case 'tail':
				yield { sleepMs: Infinity };
				return 0;
			case 'nginx':
				if (args.includes('-s')) {
					this.world.stopServers?.();
					return 0;
				}
				return yield* this.server(name, args, write);
			case 'killall':
				if (this.world.serverRuns?.() !== true) return 1;
				if (!args.includes('-0')) this.world.stopServers?.();
				return 0;
			case 'stress':
				return yield* this.stress(args);
			case 'env':
			case 'printenv':
				return this.printEnvironment(args, write);
			default:
				return yield* this.server(name, args, write);
		}
	}

	/** A server that is started in the foreground goes on until its container ends. */
	private *server(name: string, args: string[], write: (text: string) => void): Script {
		if (this.world.serve?.([name, ...args]) === true) {
			yield { sleepMs: Infinity };
			return 0;
		}
		write(`sh: ${name}: not found\n`);
		return 127;
	}

	/** Takes as much memory as it is told to, and holds it. */
	private *stress(args: string[]): Script {
		const wanted = args[args.indexOf('--vm-bytes') + 1] ?? '0';
		const [, number = '0', unit = ''] = /^(\d+)([KMG]?)$/.exec(wanted) ?? [];
		const bytes = Number(number) * { '': 1, K: 1024, M: 1024 ** 2, G: 1024 ** 3 }[unit]!;
		yield { sleepMs: 300 };
		if (bytes > (this.world.memoryLimitBytes ?? Infinity)) throw new OutOfMemory();
		yield { sleepMs: Infinity };
		return 0;
	}

	private printEnvironment(names: string[], write: (text: string) => void): number {
		const { environment, hostname } = this.world;
		const all = new Map([['HOSTNAME', hostname], ...environment]);
		if (names.length === 0) {
			for (const [name, value] of all) write(`${name}=${value}\n`);
			return 0;
		}
		const found = names.flatMap((name) => all.get(name) ?? []);
		for (const value of found) write(`${value}\n`);
		return found.length === names.length ? 0 : 1;
	}

	private remove(args: string[], write: (text: string) => void): number {
		const forced = args.some((arg) => /^-\w*f/.test(arg));
		let code = 0;
		for (const file of args.filter((arg) => !arg.startsWith('-'))) {
			if (this.world.files.delete(file) || forced) continue;
			write(`rm: can't remove '${file}': No such file or directory\n`);
			code = 1;
		}
		return code;
	}

	private show(program: string, args: string[], write: (text: string) => void): number {
		let code = 0;
		for (const file of args.filter((arg) => !arg.startsWith('-'))) {
			const text = this.world.files.get(file);
			if (text === undefined) {
				write(`${program}: can't open '${file}': No such file or directory\n`);
				code = 1;
			} else write(program === 'ls' ? `${file}\n` : text);
		}
		return code;
	}

	private test(args: string[]): boolean {
		const [first = '', second, third = ''] = args;
		if (first === '!') return !this.test(args.slice(1));
		switch (second === undefined ? '' : first) {
			case '-f':
			case '-e':
				return this.world.files.has(second!);
			case '-n':
				return second !== '';
			case '-z':
				return second === '';
		}
		switch (second) {
			case '=':
			case '==':
				return first === third;
			case '!=':
				return first !== third;
			case '-eq':
				return Number(first) === Number(third);
			case '-ne':
				return Number(first) !== Number(third);
			case '-lt':
				return Number(first) < Number(third);
			case '-gt':
				return Number(first) > Number(third);
			case '-le':
				return Number(first) <= Number(third);
			case '-ge':
				return Number(first) >= Number(third);
			default:
				return first !== '';
		}
	}

	private trap([action = '', ...signals]: string[]): void {
		if (!signals.some((signal) => /^(SIG)?TERM$|^15$/.test(signal))) return;
		if (action === '-') this.trapped = undefined;
		else this.trapped = action === '' ? 'ignore' : parseScript(action);
	}

	private expand({ parts }: Word): string {
		return parts
			.map(({ text, expands }) =>
				expands
					? text
							.replaceAll(/\$\(hostname\)|`hostname`/g, this.world.hostname)
							.replaceAll(/\$\(\(([^)]*)\)\)/g, (_all, sum: string) => this.arithmetic(sum))
							.replaceAll(/\$\{?(\w+|\?)\}?/g, (_all, name: string) => this.variable(name))
					: text
			)
			.join('');
	}

	private variable(name: string): string {
		if (name === '?') return String(this.status);
		return name === 'HOSTNAME' ? this.world.hostname : (this.world.environment.get(name) ?? '');
	}

	private arithmetic(sum: string): string {
		const match = /^\s*\$?(\w+)\s*([-+*/%])\s*\$?(\w+)\s*$/.exec(sum);
		if (match === null) return '0';
		const value = (word: string): number =>
			/^\d+$/.test(word) ? Number(word) : Number(this.variable(word) || 0);
		const left = value(match[1]!);
		const right = value(match[3]!);
		switch (match[2]) {
			case '+':
				return String(left + right);
			case '-':
				return String(left - right);
			case '*':
				return String(left * right);
			case '/':
				return String(right === 0 ? 0 : Math.trunc(left / right));
			default:
				return String(right === 0 ? 0 : left % right);
		}
	}
}

/** `sleep 3`, `sleep 0.5`, `sleep 1m`, `sleep infinity`. */
function sleepMs(args: readonly string[]): number {
	const units: Record<string, number> = { s: 1000, m: 60_000, h: 3_600_000, d: 86_400_000 };
	return args.reduce((sum, arg) => {
		if (arg === 'infinity' || arg === 'inf') return Infinity;
		const match = /^(\d*\.?\d+)([smhd]?)$/.exec(arg);
		return match === null ? sum : sum + Number(match[1]) * units[match[2] || 's']!;
	}, 0);
}
