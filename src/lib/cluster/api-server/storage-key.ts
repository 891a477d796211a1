/** Where etcd keeps it: history has given some resources another directory than their name. */
const directories: Readonly<Record<string, string>> = {
	nodes: 'minions',
	services: 'services/specs',
	endpoints: 'services/endpoints'
};

/** `/registry/pods/` : what a list of all of them is a range over. A custom resource is named with its group. */
export function storagePrefix(resource: string): string {
	const group = resource.indexOf('.');
	if (group > 0) return `/registry/${resource.slice(group + 1)}/${resource.slice(0, group)}/`;
	return `/registry/${directories[resource] ?? resource}/`;
}

/** `/registry/pods/default/web`, `/registry/minions/worker-1`. */
export function storageKey(resource: string, namespace: string | undefined, name: string): string {
	return storagePrefix(resource) + (namespace === undefined ? '' : `${namespace}/`) + name;
}
