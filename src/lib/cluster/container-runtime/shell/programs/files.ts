import { operands, options, type Call, type Program } from './program.ts';

const noSuchFile = 'No such file or directory';

function touch({ args, world, path, streams }: Call): number {
	let code = 0;
	for (const file of operands(args)) {
		const at = path(file);
		if (world.files.read(at) !== undefined || world.files.write(at, '')) continue;
		streams.err(`touch: ${file}: Read-only file system\n`);
		code = 1;
	}
	return code;
}

function rm({ args, world, path, streams }: Call): number {
	const forced = options(args).includes('f');
	let code = 0;
	for (const file of operands(args)) {
		if (world.files.remove(path(file)) || forced) continue;
		streams.err(`rm: can't remove '${file}': ${noSuchFile}\n`);
		code = 1;
	}
	return code;
}

function cat({ args, world, path, streams }: Call): number {
	const files = operands(args);
	if (files.length === 0) streams.out(streams.input.text);
	let code = 0;
	for (const file of files) {
		const text = file === '-' ? streams.input.text : world.files.read(path(file));
		if (text !== undefined) {
			streams.out(text);
			continue;
		}
		streams.err(`cat: can't open '${file}': ${noSuchFile}\n`);
		code = 1;
	}
	return code;
}

function ls({ args, world, path, streams }: Call): number {
	const files = operands(args);
	let code = 0;
	for (const file of files.length === 0 ? ['.'] : files) {
		const at = path(file);
		const names = world.files.list(at);
		if (names !== undefined) streams.out(names.map((name) => `${name}\n`).join(''));
		else if (world.files.read(at) !== undefined) streams.out(`${file}\n`);
		else {
			streams.err(`ls: ${file}: ${noSuchFile}\n`);
			code = 1;
		}
	}
	return code;
}

function mkdir({ args, world, path, streams }: Call): number {
	let code = 0;
	for (const directory of operands(args)) {
		const at = path(directory);
		if (!world.files.isDirectory(at)) world.files.makeDirectory(at);
		else if (!options(args).includes('p')) {
			streams.err(`mkdir: can't create directory '${directory}': File exists\n`);
			code = 1;
		}
	}
	return code;
}

function copy(program: 'cp' | 'mv'): Program {
	return ({ args, world, path, streams }) => {
		const [from = '', to = ''] = operands(args);
		const { files } = world;
		const text = files.read(path(from));
		if (text === undefined) {
			const words = program === 'cp' ? "can't stat" : "can't rename";
			streams.err(`${program}: ${words} '${from}': ${noSuchFile}\n`);
			return 1;
		}
		const name = from.slice(from.lastIndexOf('/') + 1);
		files.write(files.isDirectory(path(to)) ? path(`${to}/${name}`) : path(to), text);
		if (program === 'mv') files.remove(path(from));
		return 0;
	};
}

function tee({ args, world, path, streams, keep }: Call): number {
	const { text } = streams.input;
	streams.out(text);
	for (const file of operands(args)) {
		const all = (options(args).includes('a') ? (world.files.read(path(file)) ?? '') : '') + text;
		keep(all);
		world.files.write(path(file), all);
	}
	return 0;
}

/** `test` and `[`. */
function test({ args, world, path }: Call): number {
	const { files } = world;
	const holds = (words: readonly string[]): boolean => {
		for (const [word, join] of [
			['-o', (a: boolean, b: boolean) => a || b],
			['-a', (a: boolean, b: boolean) => a && b]
		] as const) {
			const at = words.indexOf(word);
			if (at > 0) return join(holds(words.slice(0, at)), holds(words.slice(at + 1)));
		}
		const [first = '', second, third = ''] = words;
		if (first === '!') return !holds(words.slice(1));
		if (words.length === 2) {
			switch (first) {
				case '-f':
					return files.read(path(second!)) !== undefined;
				case '-e':
					return files.read(path(second!)) !== undefined || files.isDirectory(path(second!));
				case '-d':
					return files.isDirectory(path(second!));
				case '-s':
					return (files.read(path(second!)) ?? '') !== '';
				case '-n':
					return second !== '';
				case '-z':
					return second === '';
			}
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
	};
	return holds(args.at(-1) === ']' ? args.slice(0, -1) : args) ? 0 : 1;
}

/** Programs that have to do with files. */
export const filePrograms: Readonly<Record<string, Program>> = {
	touch,
	rm,
	cat,
	ls,
	mkdir,
	pwd: ({ path, streams }) => {
		streams.out(`${path('.')}\n`);
		return 0;
	},
	cp: copy('cp'),
	mv: copy('mv'),
	tee,
	test,
	'[': test
};
