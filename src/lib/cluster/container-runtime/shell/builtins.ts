import { Exit, Leave } from './control.ts';
import { parseScript } from './parse.ts';
import type { Shell } from './run.ts';
import type { Script, Streams } from './world.ts';

type Builtin = (shell: Shell, args: readonly string[], streams: Streams) => Script;

/** Something that takes no time. */
function quick(
	act: (shell: Shell, args: readonly string[], streams: Streams) => number | undefined
): Builtin {
	return function* (shell, args, streams) {
		yield* [];
		return act(shell, args, streams) ?? 0;
	};
}

/** What the shell does itself. */
export const builtins: Readonly<Record<string, Builtin>> = {
	':': quick(() => 0),
	set: quick(() => 0),
	exit: quick((shell, [code]) => {
		throw new Exit(code === undefined ? shell.status : Number(code) & 255);
	}),
	return: quick((shell, [code]) => {
		throw new Leave('return', code === undefined ? shell.status : Number(code) & 255);
	}),
	break: quick(() => {
		throw new Leave('break');
	}),
	continue: quick(() => {
		throw new Leave('continue');
	}),
	cd: quick((shell, [to = '/']) => {
		shell.directory = shell.path(to);
		return 0;
	}),
	pwd: quick((shell, _args, { out }) => {
		out(`${shell.directory}\n`);
		return 0;
	}),
	export: quick(assign),
	local: quick(assign),
	unset: quick((shell, names) => {
		for (const name of names) shell.variables.delete(name);
		return 0;
	}),
	shift: quick((shell) => {
		shell.args = [shell.args[0]!, ...shell.args.slice(2)];
		return 0;
	}),
	read: quick((shell, [name = 'REPLY'], { input }) => {
		const end = input.text.indexOf('\n');
		if (input.text === '') return 1;
		shell.set(name, end < 0 ? input.text : input.text.slice(0, end));
		input.text = end < 0 ? '' : input.text.slice(end + 1);
		return 0;
	}),
	trap: quick((shell, [action = '', ...signals]) => {
		if (!signals.some((signal) => /^(SIG)?TERM$|^15$/.test(signal))) return 0;
		if (action === '-') shell.trapped = undefined;
		else shell.trapped = action === '' ? 'ignore' : parseScript(action);
		return 0;
	}),
	/** Until all background jobs have ended, or a signal that is trapped comes. */
	*wait(shell) {
		while (shell.jobs > 0 && !shell.terminated) {
			yield { sleepMs: Infinity, until: (wake) => (shell.wake = wake) };
			shell.wake = undefined;
		}
		return shell.terminated ? 143 : 0;
	},
	*exec(shell, [name, ...args], streams) {
		if (name === undefined) return 0;
		shell.replaced = true;
		shell.trapped = undefined;
		throw new Exit(yield* shell.call(name, args, streams));
	},
	*eval(shell, args, streams) {
		return yield* shell.execute(parseScript(args.join(' ')), streams);
	}
};

function assign(shell: Shell, args: readonly string[]): number {
	for (const arg of args) {
		const equals = arg.indexOf('=');
		if (equals > 0) shell.set(arg.slice(0, equals), arg.slice(equals + 1));
	}
	return 0;
}
