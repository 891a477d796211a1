/** Commands that are learnt when someone may type them. */
export const furtherCommandNames: readonly string[] = ['autoscale', 'diff', 'drain', 'explain'];

const named = new RegExp(`\\b(?:describe|${furtherCommandNames.join('|')})\\b`);

/** Whether a text, such as a scenario with its commands, may have one of them in it. */
export function namesFurtherCommand(text: string): boolean {
	return named.test(text);
}
