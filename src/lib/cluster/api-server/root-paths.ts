import type { CustomResources } from './custom-resources.ts';
import { groupVersions } from './discovery.ts';

/** What is looked at when someone asks how the server is (1.35), in the order of a verbose answer. */
const hooks = [
	'apiservice-discovery-controller',
	'apiservice-openapi-controller',
	'apiservice-openapiv3-controller',
	'apiservice-registration-controller',
	'apiservice-status-local-available-controller',
	'apiservice-status-remote-available-controller',
	'bootstrap-controller',
	'crd-informer-synced',
	'generic-apiserver-start-informers',
	'kube-apiserver-autoregistration',
	'priority-and-fairness-config-consumer',
	'priority-and-fairness-config-producer',
	'priority-and-fairness-filter',
	'rbac/bootstrap-roles',
	'scheduling/bootstrap-system-priority-classes',
	'start-apiextensions-controllers',
	'start-apiextensions-informers',
	'start-apiserver-admission-initializer',
	'start-cluster-authentication-info-controller',
	'start-kube-aggregator-informers',
	'start-kube-apiserver-identity-lease-controller',
	'start-kube-apiserver-identity-lease-garbage-collector',
	'start-kubernetes-service-cidr-controller',
	'start-legacy-token-tracking-controller',
	'start-service-ip-repair-controllers',
	'start-system-namespaces-controller',
	'storage-object-count-tracker-hook'
];
const checks = [
	'autoregister-completion',
	'etcd',
	'log',
	'ping',
	...hooks.map((name) => `poststarthook/${name}`)
];
const checksAt: Readonly<Record<string, readonly string[]>> = {
	healthz: checks,
	livez: checks,
	readyz: [...checks, 'etcd-readiness', 'informer-sync', 'shutdown']
};

/** What someone is told who asks how the server is, undefined at other paths. Models apiserver/pkg/server/healthz. */
export function healthAt(path: string, isVerbose: boolean): string | undefined {
	const [, root = '', ...rest] = path.split('/');
	const known = checksAt[root];
	if (known === undefined) return undefined;
	if (rest.length > 0) return known.includes(rest.join('/')) ? 'ok' : undefined;
	if (!isVerbose) return 'ok';
	return `${known.map((name) => `[+]${name} ok\n`).join('')}${root} check passed\n`;
}

/** Every path that is no resource's, as `/` lists them. Models apiserver/pkg/server/routes/index.go. */
export function rootPaths(custom: CustomResources): readonly string[] {
	const served = groupVersions(custom).flatMap(({ group, versions }) => [
		`/apis/${group}`,
		...versions.map((version) => `/apis/${version}`)
	]);
	const health = Object.entries(checksAt).flatMap(([root, names]) => [
		`/${root}`,
		...names.map((name) => `/${root}/${name}`)
	]);
	const others = [
		'/.well-known/openid-configuration',
		'/api',
		'/api/v1',
		'/apis',
		'/apis/',
		'/metrics',
		'/metrics/slis',
		'/openapi/v2',
		'/openapi/v3',
		'/openapi/v3/',
		'/openid/v1/jwks',
		'/version'
	];
	return [...others, ...served, ...health].sort();
}
