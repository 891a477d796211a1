import { structureText } from './structure-text.ts';

/** One field of a type, as OpenAPI tells of it. */
export interface StructureField {
	readonly name: string;
	/** A code of one letter, or the name of a type; see structure-text.ts. */
	readonly type: string;
	/** From outside to inside: `list` of `map` of … */
	readonly within: readonly ('list' | 'map')[];
	readonly isRequired: boolean;
	/** How a strategic merge patch treats it: `merge`, `retainKeys`, `replace`. */
	readonly patchStrategies: readonly string[];
	readonly mergeKey?: string;
	/** For server-side apply: `atomic`, `set` or `map` for a list, `atomic` or `granular` for a map. */
	readonly division?: string;
	/** What tells the items of a `map` apart. */
	readonly listMapKeys?: readonly string[];
	/** What the schema says it is when it isn't given. */
	readonly defaultValue?: unknown;
	readonly values?: readonly string[];
}

export interface StructureType {
	readonly isAtomic: boolean;
	readonly fields: readonly StructureField[];
}

const lines = new Map<string, { isAtomic: boolean; text: string }>();
const parsed = new Map<string, StructureType>();

/** A type by its name, such as `core.v1.Pod`; undefined for one that has no fields, such as `apis.meta.v1.Time`. */
export function structureType(name: string): StructureType | undefined {
	const known = parsed.get(name);
	if (known !== undefined) return known;
	if (lines.size === 0) readLines();
	const line = lines.get(name);
	if (line === undefined) return undefined;
	const { isAtomic, text } = line;
	const fields = text === '' ? [] : text.split(' ').map(readField);
	const type = { isAtomic, fields };
	parsed.set(name, type);
	return type;
}

function readLines(): void {
	for (const line of structureText.trim().split('\n')) {
		const [, name = '', atomic, text = ''] = /^(\S+?)(%?)(?: (.*))?$/.exec(line) ?? [];
		lines.set(name, { isAtomic: atomic === '%', text });
	}
}

const fieldPattern =
	/^(?<name>[\w$-]+)=(?<open>[[{]*)(?<type>[\w.]+)[\]}]*(?<required>!?)(?<merge>@\w*)?(?<retain>~?)(?<replace>\^?)(?:%(?<division>\w+)(?:\((?<keys>[\w,]+)\))?)?(?::(?<given>[^#]*))?(?:#(?<values>.*))?$/;

function readField(text: string): StructureField {
	const groups = fieldPattern.exec(text)?.groups;
	if (groups === undefined) throw new Error(`no field of the structure: ${text}`);
	const { name = '', open = '', type = '', merge, division, keys, given, values } = groups;
	const patchStrategies = [
		...(merge === undefined ? [] : ['merge']),
		...(groups['retain'] ? ['retainKeys'] : []),
		...(groups['replace'] ? ['replace'] : [])
	];
	return {
		name,
		type,
		within: [...open].map((bracket) => (bracket === '[' ? 'list' : 'map')),
		isRequired: groups['required'] === '!',
		patchStrategies,
		...(merge !== undefined && merge !== '@' && { mergeKey: merge.slice(1) }),
		...(division !== undefined && { division }),
		...(keys !== undefined && { listMapKeys: keys.split(',') }),
		...(given !== undefined && { defaultValue: JSON.parse(given) as unknown }),
		...(values !== undefined && { values: values.split('|') })
	};
}
