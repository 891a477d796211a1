const age = String.raw`(?:\d+(?:\.\d+)?(?:ms|µs|s|m|h|d|y)(?:\d+(?:s|m|h|d))?|<invalid>)`;
const address = String.raw`\d+\.\d+\.\d+\.\d+`;

/** What may stand where a recording has a placeholder. */
const patterns: Readonly<Record<string, string>> = {
	age,
	dur: age,
	ip: address,
	cip: address,
	nodeip: address,
	node: String.raw`worker-\d+`,
	n: String.raw`\d+`,
	np: String.raw`\d+`,
	rv: String.raw`\d+`,
	r: '[a-z0-9]{5}',
	h: '[a-z0-9]+',
	e: '[0-9a-f]+',
	uid: '[0-9a-f-]{36}',
	cid: String.raw`\S+`,
	iid: String.raw`\S+`,
	time: '.+?',
	'pull error': '.+',
	object: '.+',
	klog: '.+?',
	token: String.raw`\S+`,
	sha: '[0-9a-f]+',
	size: String.raw`\S+`,
	host: String.raw`\S+`,
	kernel: '.+?',
	cwd: String.raw`\S+`,
	kubeconfig: String.raw`\S+`
};

interface Rules {
	/** No fixed order of lines at all, or only of those under `Events:`. */
	readonly unordered?: boolean;
	readonly unorderedEvents?: boolean;
	/** Lines that are left out, with runs of spaces shortened to two. */
	readonly optional?: readonly string[];
}

/** Whether a printed text is the recorded one: row by row, cells split by two or more spaces, placeholders filled in. */
export function sameText(expected: string, got: string, rules: Rules = {}): boolean {
	const [left, right] = [lines(expected, rules), lines(got, rules)];
	if (left.length !== right.length) return false;
	const events = left.findIndex((line) => line.startsWith('Events:'));
	const loose = rules.unordered
		? 0
		: rules.unorderedEvents && events >= 0
			? events + 1
			: left.length;
	const rest = right.slice(loose);
	return (
		left.slice(0, loose).every((line, index) => rowPattern(line).test(right[index] ?? '')) &&
		left.slice(loose).every((line) => {
			const found = rest.findIndex((other) => rowPattern(line).test(other));
			if (found >= 0) rest.splice(found, 1);
			return found >= 0;
		})
	);
}

function lines(text: string, { optional }: Rules): readonly string[] {
	const rows = text
		// An image that was loaded instead of pulled has no repository in its ID; which it was isn't part of a session.
		.replaceAll(/docker\.io\/library\/[\w-]+@(?=sha256:)/g, '')
		.split('\n')
		.map((line) => line.trim().replaceAll(/ {2,}|\t+/g, '  '));
	if (!optional) return rows;
	const left = rows.filter((row) => !optional.some((line) => rowPattern(line.trim()).test(row)));
	return left.filter((row, index) => row !== left[index - 1]);
}

const compiled = new Map<string, RegExp>();

function rowPattern(row: string): RegExp {
	const known = compiled.get(row);
	if (known) return known;
	const source = row
		.split(/(<[a-z ]+?\d*>)/)
		.map((part, index) => {
			const name = index % 2 === 1 ? part.slice(1, -1).replace(/\d+$/, '') : '';
			return patterns[name] ?? part.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);
		})
		.join('');
	const pattern = new RegExp(`^${source}$`);
	compiled.set(row, pattern);
	return pattern;
}
