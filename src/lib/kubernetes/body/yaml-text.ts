import { isMap, isScalar, isSeq, type LineCounter, type Node } from 'yaml';
import { readYamlDocument } from '../yaml-document.ts';

/** What a YAML text says, or Go's words for why it says nothing. */
export type YamlText =
	{ readonly fault: string } | { readonly value: unknown; readonly repeated: readonly string[] };

/**
 * Reads the first document of a YAML text. `repeated` says which keys are set twice; the last counts.
 *
 * Models sigs.k8s.io/yaml YAMLToJSON and YAMLToJSONStrict with go.yaml.in/yaml/v2.
 */
export function readYaml(text: string): YamlText {
	const { document, lines, value, fault } = readYamlDocument(text);
	if (fault !== undefined) return { fault: `yaml: ${fault.problem}` };
	const repeated: string[] = [];
	findRepeated(document.contents, lines, repeated);
	return { value, repeated };
}

/** Models decode.go setMapIndex: told after the value was read, at the value's line. */
function findRepeated(node: unknown, lines: LineCounter, found: string[]): void {
	if (isSeq(node)) for (const item of node.items) findRepeated(item, lines, found);
	if (!isMap(node)) return;
	const seen = new Set<string>();
	for (const { key, value } of node.items) {
		findRepeated(value, lines, found);
		const name = isScalar(key) ? goLiteral(key.value) : undefined;
		if (name === undefined || name === '"<<"') continue;
		if (seen.has(name)) {
			const at = (value as Node | null)?.range?.[0] ?? (key as Node).range?.[0] ?? 0;
			found.push(`line ${lines.linePos(at).line}: key ${name} already set in map`);
		}
		seen.add(name);
	}
}

/** A key as %#v prints it. */
function goLiteral(key: unknown): string {
	return typeof key === 'string' ? JSON.stringify(key) : String(key);
}
