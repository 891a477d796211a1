const packages: Readonly<Record<string, string>> = {
	apis: 'io.k8s.apimachinery.pkg.apis',
	api: 'io.k8s.apimachinery.pkg.api',
	runtime: 'io.k8s.apimachinery.pkg.runtime',
	util: 'io.k8s.apimachinery.pkg.util',
	apiextensions: 'io.k8s.apiextensions-apiserver.pkg.apis.apiextensions',
	apiregistration: 'io.k8s.kube-aggregator.pkg.apis.apiregistration'
};

/** The name of a type among a document's schemas: `core.v1.Pod` is `io.k8s.api.core.v1.Pod`. */
export function schemaName(type: string): string {
	const at = type.indexOf('.');
	const first = type.slice(0, at);
	return `${packages[first] ?? `io.k8s.api.${first}`}${type.slice(at)}`;
}

/** The type of a kind: `apps/v1` `Deployment` is `apps.v1.Deployment`. */
export function typeOfKind(groupVersion: string, kind: string): string {
	const [group = '', version] = groupVersion.includes('/')
		? groupVersion.split('/')
		: ['core', groupVersion];
	return `${group.split('.')[0]}.${version}.${kind}`;
}

/** The name of a kind that someone defined: `shop.example/v1` `Cat` is `example.shop.v1.Cat`. */
export function customSchemaName(groupVersion: string, kind: string): string {
	const [group = '', version] = groupVersion.split('/');
	return [...group.split('.').reverse(), version, kind].join('.');
}
