/** A place in a file, both counted from 1. */
export interface Place {
	readonly line: number;
	readonly column: number;
}

const inYaml = /\byaml: line (\d+)/;
const unknownField = /unknown field "([^"]+)"/;
const wrongType = /Go struct field \w+\.([\w.[\]]+) of type/;
const invalid = /\b((?:spec|metadata)[\w.[\]]*): (?:Invalid|Required|Unsupported|Forbidden)/;

/** Where in a manifest that lies which an error of kubectl or the API server is about; undefined where it names no place. */
export function placeOfError(manifest: string, error: string): Place | undefined {
	const line = inYaml.exec(error)?.[1];
	if (line !== undefined) {
		const text = manifest.split('\n')[Number(line) - 1] ?? '';
		// Where the value begins, which is what can't stand there.
		const value = /^\s*(?:[^:]*:\s+)?/.exec(text)![0].length;
		return { line: Number(line), column: value + 1 };
	}
	const path = (unknownField.exec(error) ?? wrongType.exec(error) ?? invalid.exec(error))?.[1];
	return path === undefined ? undefined : placeOfField(manifest, path);
}

/** Where the key of a field stands: `spec.containers[0].image`, in block style with one space or more a level. */
export function placeOfField(manifest: string, path: string): Place | undefined {
	const wanted = path.split(/\.|(?=\[)/);
	const lines = manifest.split('\n').map(readLine);
	let at = -1;
	let indent = -1;
	for (const step of wanted) {
		const index = /^\[(\d+)\]$/.exec(step)?.[1];
		const within = lines.flatMap((line, i) => (i > at && line.key !== '' ? [{ ...line, i }] : []));
		const end = within.findIndex(({ column }) => column <= indent && indent >= 0);
		const inside = end < 0 ? within : within.slice(0, end);
		const [first] = inside;
		const found =
			index === undefined
				? inside.find(({ key, column }) => key === step && column === first?.column)
				: inside.filter(({ dash }) => dash >= 0 && dash === first?.dash)[Number(index)];
		if (found === undefined) return undefined;
		if (index === undefined) [at, indent] = [found.i, found.column];
		// The first field of an item stands on the line of its dash.
		else [at, indent] = [found.i - 1, found.dash];
	}
	return { line: at + 1, column: indent + 1 };
}

/** Of one line: its key, where that stands (from 0), and where a dash before it, -1 for none. */
function readLine(line: string): { key: string; column: number; dash: number } {
	const match = /^(\s*)(-\s+)?([\w./-]+):/.exec(line);
	if (match === null) return { key: '', column: -1, dash: -1 };
	const [, space = '', dash, key = ''] = match;
	return {
		key,
		column: space.length + (dash?.length ?? 0),
		dash: dash === undefined ? -1 : space.length
	};
}
