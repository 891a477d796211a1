import { jsonText } from '../output/json-text.ts';
import { sha256 } from './sha256.ts';

/** Letters for figures that would make a name look like a word or a number. */
const replaced: Readonly<Record<string, string>> = { 0: 'g', 1: 'h', 3: 'k', a: 'm', e: 't' };
const length = 10;

/** The hash that `--append-hash` puts behind a name. Models kubectl pkg/util/hash/hash.go. */
export function contentHash(
	kind: 'ConfigMap' | 'Secret',
	name: string,
	data: Readonly<Record<string, string>>,
	type = ''
): string {
	const content = kind === 'Secret' ? { data, kind, name, type } : { data, kind, name };
	return sha256(jsonText(Object.keys(data).length > 0 ? content : { ...content, data: '' }))
		.slice(0, length)
		.replace(/[013ae]/g, (char) => replaced[char]!);
}
