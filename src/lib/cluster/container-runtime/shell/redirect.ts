import { expandWord } from './expand.ts';
import type { Shell } from './run.ts';
import type { Redirect } from './syntax.ts';
import type { Pause, Streams } from './world.ts';

/** The streams of a command after its redirections, from left to right; undefined when a file can't be opened. */
export function* openStreams(
	shell: Shell,
	redirects: readonly Redirect[],
	streams: Streams
): Generator<Pause, Streams | undefined, void> {
	let opened = streams;
	for (const { from, appends, to } of redirects) {
		if (to === 1 || to === 2) {
			const target = to === 1 ? opened.out : opened.err;
			opened = from === 2 ? { ...opened, err: target } : { ...opened, out: target };
			continue;
		}
		const name = yield* expandWord(shell, to);
		const path = shell.path(name);
		if (from === 0) {
			const text = path === '/dev/null' ? '' : shell.world.files.read(path);
			if (text === undefined) {
				streams.err(`sh: can't open ${name}: no such file\n`);
				return undefined;
			}
			opened = { ...opened, input: { text } };
			continue;
		}
		const write = writerTo(shell, path, appends);
		if (write === undefined) {
			streams.err(`sh: can't create ${name}: Read-only file system\n`);
			return undefined;
		}
		opened = from === 2 ? { ...opened, err: write } : { ...opened, out: write };
	}
	return opened;
}

function writerTo(
	shell: Shell,
	path: string,
	appends: boolean
): ((text: string) => void) | undefined {
	const { files } = shell.world;
	switch (path) {
		case '/dev/null':
			return () => {};
		case '/dev/stdout':
		case '/proc/1/fd/1':
			return (text) => shell.world.write(text);
		case '/dev/stderr':
		case '/proc/1/fd/2':
			return (text) => shell.world.complain(text);
	}
	let all = appends ? (files.read(path) ?? '') : '';
	if (!files.write(path, all)) return undefined;
	return (text) => {
		shell.keep((all += text));
		files.write(path, all);
	};
}
