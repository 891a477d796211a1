/** What can be opened on the stage, larger than where it stands: under the bar, in the place of the workers' inside. */
export const insideNames = [
	'api-server',
	'scheduler',
	'node',
	'merge',
	'access',
	'resources',
	'object'
] as const;

export type InsideName = (typeof insideNames)[number];

/** What opens when a person asks for a component's inside; undefined where there is nothing more to see. */
export function insideOf(component: string): InsideName | undefined {
	const [part = ''] = component.split('/');
	if (part === 'kubelet' || part === 'runtime') return 'node';
	return insideNames.find((name) => name === component);
}
