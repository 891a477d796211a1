import { type Document, isMap, isSeq } from 'yaml';
import { ManifestError, type Position } from './manifest-error.ts';
import { readYamlDocument } from './yaml-document.ts';

/** No text longer than this is read, in characters. */
const maxManifestLength = 1_000_000;

/** One object of a manifest, and where its parts stand in the text. */
export interface ManifestDocument {
	/** As JSON would give it. */
	readonly value: unknown;
	/** Where the field stands, e.g. of `['spec', 'containers', 0, 'image']`; of its nearest parent when it isn't there. */
	positionOf(path: readonly (string | number)[]): Position;
}

/**
 * Reads a manifest: YAML or JSON, one or several documents divided by `---`. Documents without content are left out, and
 * each item of a `List` is a document of its own.
 *
 * Models apimachinery pkg/util/yaml/decoder.go YAMLOrJSONDecoder and cli-runtime pkg/resource/visitor.go StreamVisitor,
 * FlattenListVisitor.
 *
 * @param fileName as errors name it
 * @throws ManifestError in kubectl's words
 */
export function readManifest(text: string, fileName: string): readonly ManifestDocument[] {
	if (text.length > maxManifestLength) {
		throw new ManifestError(
			`${fileName} has ${text.length} characters; more than ${maxManifestLength} are not read`
		);
	}
	const control = /[^\t\n\r\x20-\x7e\u0085\u00a0-\ud7ff\ud800-\udfff\ue000-\ufffc\ufeff]/.exec(
		text
	);
	if (control !== null) {
		const position = positionAt(text, control.index);
		throw new ManifestError(
			`error parsing ${fileName}: error converting YAML to JSON: yaml: control characters are not allowed`,
			position
		);
	}
	return splitDocuments(text).flatMap(({ text: part, firstLine }) =>
		readDocument(part, firstLine, fileName)
	);
}

/** Lines that begin with `---` divide; what else stands on them is dropped. Models decoder.go splitYAMLDocument. */
function splitDocuments(text: string): readonly { text: string; firstLine: number }[] {
	const documents: { text: string; firstLine: number }[] = [];
	let lines: string[] = [];
	let firstLine = 1;
	text.split('\n').forEach((line, index) => {
		if (index > 0 && line.startsWith('---')) {
			documents.push({ text: lines.join('\n'), firstLine });
			lines = [];
			firstLine = index + 2;
		} else {
			lines.push(line);
		}
	});
	return [...documents, { text: lines.join('\n'), firstLine }];
}

function readDocument(
	text: string,
	firstLine: number,
	fileName: string
): readonly ManifestDocument[] {
	const { document, lines, value, fault } = readYamlDocument(text);
	const position = (offset: number): Position => {
		const { line, col } = lines.linePos(offset);
		return { line: line + firstLine - 1, column: col };
	};
	if (fault !== undefined) {
		throw new ManifestError(
			`error parsing ${fileName}: error converting YAML to JSON: yaml: ${fault.problem}`,
			position(fault.at)
		);
	}
	if (value === null || value === undefined) return [];
	return flatten({ value, positionOf: (path) => position(offsetOf(document, path)) });
}

function flatten(document: ManifestDocument): readonly ManifestDocument[] {
	const { kind, items } = (document.value ?? {}) as { kind?: unknown; items?: unknown };
	if (typeof kind !== 'string' || !kind.endsWith('List') || !Array.isArray(items))
		return [document];
	return items.flatMap((value: unknown, index) =>
		flatten({ value, positionOf: (path) => document.positionOf(['items', index, ...path]) })
	);
}

function offsetOf(document: Document, path: readonly (string | number)[]): number {
	let node: unknown = document.contents;
	let offset = document.contents?.range?.[0] ?? 0;
	for (const step of path) {
		if (isMap(node)) {
			const pair = node.items.find(({ key }) => String(key) === String(step));
			if (pair === undefined) break;
			offset = (pair.key as { range?: readonly number[] }).range?.[0] ?? offset;
			node = pair.value;
		} else if (isSeq(node) && typeof step === 'number') {
			const item = node.items[step] as { range?: readonly number[] } | undefined;
			if (item === undefined) break;
			offset = item.range?.[0] ?? offset;
			node = item;
		} else {
			break;
		}
	}
	return offset;
}

function positionAt(text: string, offset: number): Position {
	const before = text.slice(0, offset).split('\n');
	return { line: before.length, column: before.at(-1)!.length + 1 };
}
