/** What can be opened on the stage, larger than where it stands: under the bar, in the place of the workers' inside. */
export const insideNames = [
	'api-server',
	'scheduler',
	'node',
	'merge',
	'access',
	'watches',
	'resources',
	'object',
	'kubeconfig'
] as const;

export type InsideName = (typeof insideNames)[number];

/** What a person can open of what is inspected; the rest is a lesson's to open. */
export type OpenableInside = Extract<InsideName, 'api-server' | 'scheduler' | 'node' | 'resources'>;

const ofComponents: Readonly<Record<string, readonly OpenableInside[]>> = {
	'api-server': ['api-server'],
	scheduler: ['scheduler'],
	kubelet: ['node', 'resources'],
	runtime: ['node']
};
const ofObjects: Readonly<Record<string, readonly OpenableInside[]>> = {
	pods: ['scheduler', 'node'],
	minions: ['node', 'resources']
};

/**
 * What can be opened of something: of a component, or of an object by its key in etcd.
 *
 * @param kind `component` or `object`, as in `component:scheduler`
 */
export function insidesOf(kind: string, id: string): readonly OpenableInside[] {
	if (kind === 'component') return ofComponents[id.split('/')[0]!] ?? [];
	return kind === 'object' ? (ofObjects[id.split('/')[2] ?? ''] ?? []) : [];
}
