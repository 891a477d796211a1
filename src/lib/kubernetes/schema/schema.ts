import { schemaText } from './schema-text.ts';

/** One field of a type. */
export interface SchemaField {
	/** A code of one letter, or the name of a type; see schema-text.ts. */
	readonly type: string;
	readonly shape: 'one' | 'list' | 'map';
	/** A Go pointer: false, 0 and '' are kept. */
	readonly pointer: boolean;
	/** Written even when it is zero: a list or a map as null. */
	readonly always: boolean;
	/** Without `omitempty` in Go: an object that has nothing has it all the same. */
	readonly inEmpty: boolean;
	/** Strategic merge patch: by this key, or '' for a set of plain values; undefined: replaced. */
	readonly mergeKey: string | undefined;
	/** Strategic merge patch: a changed object names all fields that it keeps. */
	readonly retainsKeys: boolean;
	/** How Go names the element's type in an error, e.g. `v1.PullPolicy`. */
	readonly goType: string;
}

/** Fields by name. */
export interface SchemaType extends ReadonlyMap<string, SchemaField> {
	/** Those that Go writes even when nobody has set them. */
	readonly always: readonly (readonly [name: string, field: SchemaField])[];
}

const goTypes: Readonly<Record<string, string>> = {
	s: 'string',
	b: 'bool',
	i: 'int32',
	l: 'int64',
	x: 'int32',
	y: '[]uint8',
	t: 'string',
	T: 'string'
};

const lines = new Map(linesOf(schemaText));
const parsed = new Map<string, SchemaType>();

function linesOf(text: string): (readonly [name: string, fields: string])[] {
	return text
		.trim()
		.split('\n')
		.map((line) => [line.slice(0, line.indexOf(' ')), line.slice(line.indexOf(' ') + 1)]);
}

/** Makes more types known, in the form of schema-text.ts. */
export function addSchema(text: string): void {
	for (const [name, fields] of linesOf(text)) lines.set(name, fields);
}

/** The fields of a kind or of a type inside one, e.g. `Pod` or `Container`; undefined when it isn't known. */
export function schemaType(name: string): SchemaType | undefined {
	const known = parsed.get(name);
	if (known) return known;
	const line = lines.get(name);
	if (line === undefined) return undefined;
	const fields = line.split(' ').map(parseField);
	const always = fields.filter(([, field]) => field.always);
	const type = Object.assign(new Map(fields), { always });
	parsed.set(name, type);
	return type;
}

function parseField(text: string): [string, SchemaField] {
	const match = /^([\w$-]+)=([[{]?)(\w+)[\]}]?([*!^]?)(?:@(\w*))?(~?)(?::(.+))?$/.exec(text);
	if (match === null) throw new Error(`no schema field: ${text}`);
	const [, name = '', bracket, type = '', flag, mergeKey, retains, goType] = match;
	const shape = bracket === '[' ? 'list' : bracket === '{' ? 'map' : 'one';
	return [
		name,
		{
			type,
			shape,
			pointer: flag === '*',
			always: shape === 'one' ? flag === '!' : flag === '^',
			inEmpty: flag === '!' || flag === '^',
			mergeKey,
			retainsKeys: retains === '~',
			goType: goType ?? goTypes[type] ?? `v1.${type}`
		}
	];
}
