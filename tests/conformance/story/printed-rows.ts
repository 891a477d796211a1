const age = String.raw`\d+(?:\.\d+)?(?:ms|µs|s|m|h|d|y)(?:\d+(?:s|m|h|d))?`;

/** Longest first: what differs from run to run, and what stands for it. */
const placeholders: readonly (readonly [RegExp, string])[] = [
	[/<(?:hostIP|clusterIP|ip)(?::(?:[^<>]|<[^>]*>)*)?>/g, '<ip>'],
	[/<uid:[^>]*>/g, '<uid>'],
	[/(<hash\d+>)-<\d+>/g, '$1-<*>'],
	[/\bcontainerd:\/\/\S+/g, '<containerID>'],
	[/\bsha256:(?:[0-9a-f]+|<id>)/g, 'sha256:<id>'],
	[/\b[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}\b/g, '<uid>'],
	[/\bresourceVersion: "\d+"/g, 'resourceVersion: "<n>"'],
	// Of a static Pod's file and where it lies on the machine that was recorded.
	[/\b[0-9a-f]{32}\b/g, '<config hash>'],
	[/\bkube-api-access-(?:<s>|[a-z0-9]{5})(?![a-z0-9])/g, 'kube-api-access-<s>'],
	[/\b\w{3}, \d\d \w{3} \d{4} \d\d:\d\d:\d\d [+-]\d{4}/g, '<date>'],
	[/\b\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?Z/g, '<time>'],
	[/\b(?:\d{1,3}\.){3}\d{1,3}\b/g, '<ip>'],
	[/\bworker-\d+\b/g, '<node>'],
	[/(Failed to pull image "[^"]*"): .*/g, '$1: <pull error>'],
	[/(Back-off pulling image "[^"]*"): .*/g, '$1'],
	[/\(x\d+ over /g, '(x<n> over '],
	[new RegExp(String.raw`(?<![\w.<-])${age}(?![\w.>-])`, 'g'), '<age>']
];

/**
 * Printed text as rows of cells, ages, times, addresses and generated names replaced: what of it must be the same in every
 * run. Cells are split by two or more spaces.
 */
export function printedRows(text: string): readonly (readonly string[])[] {
	const plain = placeholders.reduce((rest, [pattern, word]) => rest.replace(pattern, word), text);
	return plain
		.replace(/\n$/, '')
		.split('\n')
		.map((line) =>
			line
				.trim()
				.split(/ {2,}|\t+/)
				.filter((cell) => cell !== '')
		);
}
