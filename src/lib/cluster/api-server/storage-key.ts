/** Where etcd keeps it: history has given some resources another directory than their name. */
const directories: Readonly<Record<string, string>> = {
	nodes: 'minions',
	services: 'services/specs',
	endpoints: 'services/endpoints'
};

/** `/registry/pods/` : what a list of all of them is a range over. */
export function storagePrefix(resource: string): string {
	return `/registry/${directories[resource] ?? resource}/`;
}

/** `/registry/pods/default/web`, `/registry/minions/worker-1`. */
export function storageKey(resource: string, namespace: string | undefined, name: string): string {
	return storagePrefix(resource) + (namespace === undefined ? '' : `${namespace}/`) + name;
}
