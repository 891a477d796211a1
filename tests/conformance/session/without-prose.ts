/** Lines of `kubectl explain` that say what there is: kinds, fields, types, values. */
const told =
	/^(?:(?:GROUP|KIND|VERSION|FIELD): .*|ENUM:|DESCRIPTION:|FIELDS:|(?: {2})+\S+\t<.*|(?: {2})+enum: .*|)$/;

/**
 * What a command printed, without the descriptions of `kubectl explain`: upstream's words are upstream's, and those that Kinetes
 * has for the same fields are its own.
 */
export function withoutProse<T extends { readonly stdout: string }>(run: string, printed: T): T {
	if (!run.startsWith('kubectl explain')) return printed;
	let within = '';
	const lines = printed.stdout.split('\n').filter((line) => {
		if (/^\S/.test(line)) within = line;
		return told.test(line) || (within === 'ENUM:' && line.startsWith('    '));
	});
	const stdout = lines.filter((line, index) => line !== '' || lines[index - 1] !== '').join('\n');
	return { ...printed, stdout };
}
