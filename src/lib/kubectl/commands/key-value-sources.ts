import { configMapKey } from '#lib/kubernetes/validation/name-rules.ts';
import { array, type Flag, slice } from '../command-line/flag.ts';
import type { CommandContext } from '../command.ts';
import { KubectlError } from '../kubectl-error.ts';

export const sourceFlags: readonly Flag[] = [
	array('from-literal'),
	slice('from-file'),
	slice('from-env-file')
];

/**
 * The keys and values of `--from-literal`, `--from-file` and `--from-env-file`, sorted by key.
 *
 * Models kubectl pkg/cmd/create/create_configmap.go handleConfigMapFromLiteralSources and its neighbours.
 *
 * @param kind as errors name it
 * @param fileKey the key of a file that is given without one; by default its name
 * @throws KubectlError
 */
export function keyValues(
	context: CommandContext,
	kind: string,
	name: string,
	fileKey?: string
): Readonly<Record<string, string>> {
	const { flags, files } = context;
	if (flags.given('from-env-file') && (flags.given('from-file') || flags.given('from-literal'))) {
		throw new KubectlError('from-env-file cannot be combined with from-file or from-literal');
	}
	const entries = [
		...flags.list('from-file').flatMap((source) => fromFile(source, files, fileKey)),
		...flags.list('from-literal').map(fromLiteral),
		...flags.list('from-env-file').flatMap((path) => fromEnvFile(path, files))
	];
	const data = new Map<string, string>();
	for (const [key, value] of entries) {
		const faults = configMapKey(key);
		if (faults.length > 0) {
			throw new KubectlError(
				`${JSON.stringify(key)} is not a valid key name for a ${kind}: ${faults.join(',')}`
			);
		}
		if (data.has(key)) {
			throw new KubectlError(
				`cannot add key ${JSON.stringify(key)}, another key by that name already exists in Data for ${kind} ${JSON.stringify(name)}`
			);
		}
		data.set(key, value);
	}
	return Object.fromEntries([...data].sort(([a], [b]) => (a < b ? -1 : 1)));
}

function fromLiteral(source: string): readonly [string, string] {
	const equals = source.indexOf('=');
	if (equals <= 0) {
		throw new KubectlError(`invalid literal source ${source}, expected key=value`);
	}
	return [source.slice(0, equals), source.slice(equals + 1).replace(/^(["'])(.*)\1$/s, '$2')];
}

function fromFile(
	source: string,
	files: Readonly<Record<string, string>>,
	fileKey?: string
): readonly (readonly [string, string])[] {
	const equals = source.indexOf('=');
	const path = source.slice(equals + 1).replace(/^\.\//, '');
	const text = files[path];
	if (text !== undefined) {
		const key = equals < 0 ? (fileKey ?? path.split('/').at(-1)!) : source.slice(0, equals);
		return [[key, text]];
	}
	const folder = path.replace(/\/?$/, '/');
	const inside = Object.keys(files).filter(
		(file) => file.startsWith(folder) && !file.slice(folder.length).includes('/')
	);
	if (inside.length === 0) {
		throw new KubectlError(`error reading ${path}: no such file or directory`);
	}
	if (equals >= 0) {
		throw new KubectlError('cannot give a key name for a directory path');
	}
	return inside.map((file) => [file.slice(folder.length), files[file]!]);
}

function fromEnvFile(
	path: string,
	files: Readonly<Record<string, string>>
): readonly (readonly [string, string])[] {
	const text = files[path];
	if (text === undefined) {
		throw new KubectlError(`error reading ${path}: no such file or directory`);
	}
	return text
		.split('\n')
		.map((line) => line.trimStart())
		.filter((line) => line !== '' && !line.startsWith('#'))
		.map((line): readonly [string, string] => {
			const equals = line.indexOf('=');
			return equals < 0 ? [line, ''] : [line.slice(0, equals), line.slice(equals + 1)];
		});
}
