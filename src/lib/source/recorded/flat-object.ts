/** Path → value, as the recordings flatten an object: `spec.containers[web].image`, `metadata.labels.app.kubernetes.io/name`. */
export type FlatObject = ReadonlyMap<string, unknown>;

/** The next version: each path has its new value; null: it is gone (in a first version: it is null). */
export function withChanges(
	before: FlatObject | null,
	changes: Readonly<Record<string, unknown>>
): FlatObject {
	const after = new Map(before);
	for (const [path, value] of Object.entries(changes)) {
		if (value !== null || before === null) after.set(path, value);
		else after.delete(path);
	}
	return after;
}

/** Fields whose keys are free texts, which may contain dots. */
const freeKeys: ReadonlySet<string> = new Set([
	'labels',
	'annotations',
	'matchLabels',
	'nodeSelector',
	'requests',
	'limits',
	'hard',
	'used',
	'capacity',
	'allocatable',
	'disruptedPods',
	'extra'
]);
/** … at the top of an object of one of these kinds only. */
const freeKeysOf: Readonly<Record<string, readonly string[]>> = {
	ConfigMap: ['data', 'binaryData'],
	Secret: ['data', 'stringData'],
	Service: ['spec.selector'],
	ReplicationController: ['spec.selector']
};

interface Step {
	/** A field's name, or what names an item of a list. */
	readonly name: string;
	readonly inList: boolean;
}

type Node = { readonly isList: boolean; readonly parts: Map<string, Node | { value: unknown }> };

/** The object that a flat one stands for. Items of a list come in order of their number, or as they were first named. */
export function unflatten(flat: FlatObject, kind: string): Record<string, unknown> {
	const root: Node = { isList: false, parts: new Map() };
	for (const [path, value] of flat) {
		const steps = stepsOf(path, kind);
		let node = root;
		steps.forEach(({ name }, i) => {
			if (i === steps.length - 1) {
				// A leaf that is empty, beside what is in it: only what is in it counts.
				if (!node.parts.has(name)) node.parts.set(name, { value });
				return;
			}
			const known = node.parts.get(name);
			if (known && 'parts' in known) node = known;
			else {
				const inner: Node = { isList: steps[i + 1]!.inList, parts: new Map() };
				node.parts.set(name, inner);
				node = inner;
			}
		});
	}
	return built(root) as Record<string, unknown>;
}

function built(node: Node | { value: unknown }): unknown {
	if (!('parts' in node)) return node.value;
	const parts = [...node.parts];
	if (!node.isList) return Object.fromEntries(parts.map(([name, part]) => [name, built(part)]));
	if (parts.every(([name]) => /^\d+$/.test(name))) parts.sort(([a], [b]) => Number(a) - Number(b));
	return parts.map(([, part]) => built(part));
}

function stepsOf(path: string, kind: string): readonly Step[] {
	const steps: Step[] = [];
	let rest = path;
	while (rest !== '') {
		const done = path.slice(0, path.length - rest.length).replace(/\.$/, '');
		const parent = steps.at(-1);
		const free =
			parent !== undefined &&
			!parent.inList &&
			(freeKeys.has(parent.name) || (freeKeysOf[kind] ?? []).includes(done));
		const name = free ? /^.*?(?=\[\d+\]$|$)/s.exec(rest)![0] : upTo(rest);
		steps.push({ name, inList: false });
		rest = rest.slice(name.length);
		while (rest.startsWith('[')) {
			const end = closing(rest);
			steps.push({ name: rest.slice(1, end), inList: true });
			rest = rest.slice(end + 1);
		}
		rest = rest.replace(/^\./, '');
	}
	return steps;
}

/** A field's name ends at a dot or a bracket. */
function upTo(rest: string): string {
	return /^[^.[]*/.exec(rest)![0];
}

function closing(rest: string): number {
	let depth = 0;
	for (let i = 0; i < rest.length; i++) {
		if (rest[i] === '[') depth++;
		else if (rest[i] === ']' && --depth === 0) return i;
	}
	return rest.length;
}
