import { ManifestError } from '#lib/kubernetes/manifest-error.ts';
import { readManifest } from '#lib/kubernetes/manifest.ts';
import type { Place, Problems } from './problem.ts';
import { pattern, rawText } from './read.ts';
import { fieldsOf, itemsOf, type Value } from './value.ts';

type Texts = Readonly<Record<string, string>>;

const fileName = pattern(/^[a-zA-Z0-9][a-zA-Z0-9._-]{0,99}$/, 'web.yaml');
const content = rawText(200_000);

/**
 * The manifests that a lesson names: a list of files beside `lesson.yaml`, or names with their text.
 *
 * @param beside the other files of the folder, by name
 */
export function readManifests(
	value: Value | undefined,
	beside: Texts,
	problems: Problems
): Texts | undefined {
	if (!value) return {};
	const before = problems.found.length;
	const found: [string, string][] = [];
	if (value.type === 'list') {
		for (const item of value.items) {
			const name = fileName(item, problems);
			if (name === undefined) continue;
			const text = Object.hasOwn(beside, name) ? beside[name] : undefined;
			if (text === undefined) problems.add(item.place, 'noSuchFile', { name });
			else {
				checkManifest(text, name, { file: name, line: 1, column: 1 }, problems);
				found.push([name, text]);
			}
		}
	} else if (value.type === 'fields') {
		for (const { name, place, value: each } of value.fields) {
			const isName = fileName({ type: 'scalar', value: name, place }, problems);
			const text = content(each, problems);
			if (isName === undefined || text === undefined || each.type !== 'scalar') continue;
			checkManifest(text, name, each.blockPlace ?? each.place, problems);
			found.push([name, text]);
		}
	} else problems.add(value.place, 'wantsList');
	return problems.found.length === before ? Object.fromEntries(found) : undefined;
}

/** What the manifests are called, readable or not. */
export function manifestNames(value: Value | undefined): readonly string[] {
	const listed = itemsOf(value).flatMap((item) =>
		item.type === 'scalar' ? [String(item.value)] : []
	);
	return [...listed, ...fieldsOf(value).map(({ name }) => name)];
}

/** Readable objects; whether the API server takes them is the story's to show, and what is called broken nobody shall read. */
function checkManifest(text: string, name: string, at: Place, problems: Problems): void {
	if (name.startsWith('broken')) return;
	const placeOf = ({ line, column } = { line: 1, column: 1 }): Place => ({
		file: at.file,
		line: at.line + line - 1,
		column: at.column + column - 1
	});
	try {
		const documents = readManifest(text, name);
		if (documents.length === 0) problems.add(at, 'emptyManifest');
		for (const { value, positionOf } of documents) {
			const { apiVersion, kind, metadata } = (value ?? {}) as Record<string, unknown>;
			// A kubeconfig has no metadata.
			const isNamed = Boolean(metadata) || kind === 'Config';
			const isObject = typeof apiVersion === 'string' && typeof kind === 'string' && isNamed;
			if (!isObject) problems.add(placeOf(positionOf([])), 'noObject');
		}
	} catch (error) {
		if (!(error instanceof ManifestError)) throw error;
		problems.say(placeOf(error.position), error.message);
	}
}
