/** What the registries of the simulated world hold, and what each image runs when nothing else is said. */
export interface CatalogueImage {
	readonly sizeBytes: number;
	/** `server`: listens until it is told to end; `shell`: a shell and the usual small programs; `once`: says something, ends. */
	readonly runs: 'server' | 'shell' | 'once';
}

interface Repository extends CatalogueImage {
	/** Tags that exist. */
	readonly tags: RegExp;
}

const versions = /^(latest|stable|alpine|slim|mainline|[0-9]+(\.[0-9]+){0,2}(-[a-z0-9.]+)*)$/;
const released = /^v[0-9]+\.[0-9]+\.[0-9]+$/;
const megabyte = 1_000_000;

/** Sizes as compressed on the registry, rounded; `web` and `busybox` as measured. */
const repositories: Readonly<Record<string, Repository>> = {
	web: { sizeBytes: 11_755_889, runs: 'server', tags: /^(v1|v2|v2-broken|v2-crash|v3|latest)$/ },
	busybox: { sizeBytes: 1_137_408, runs: 'shell', tags: versions },
	alpine: { sizeBytes: 3_600_000, runs: 'shell', tags: /^(latest|edge|3(\.[0-9]+){0,2})$/ },
	ubuntu: {
		sizeBytes: 30 * megabyte,
		runs: 'shell',
		tags: /^(latest|rolling|[a-z]+|[0-9]{2}\.[0-9]{2})$/
	},
	debian: {
		sizeBytes: 49 * megabyte,
		runs: 'shell',
		tags: /^(latest|stable|[a-z]+(-slim)?|[0-9]+(-slim)?)$/
	},
	nginx: { sizeBytes: 72 * megabyte, runs: 'server', tags: versions },
	httpd: { sizeBytes: 60 * megabyte, runs: 'server', tags: versions },
	redis: { sizeBytes: 52 * megabyte, runs: 'server', tags: versions },
	memcached: { sizeBytes: 31 * megabyte, runs: 'server', tags: versions },
	postgres: { sizeBytes: 160 * megabyte, runs: 'server', tags: versions },
	mysql: { sizeBytes: 240 * megabyte, runs: 'server', tags: versions },
	python: { sizeBytes: 360 * megabyte, runs: 'shell', tags: versions },
	node: { sizeBytes: 390 * megabyte, runs: 'shell', tags: versions },
	'polinux/stress': { sizeBytes: 4 * megabyte, runs: 'shell', tags: versions },
	'nicolaka/netshoot': { sizeBytes: 190 * megabyte, runs: 'shell', tags: versions },
	'curlimages/curl': { sizeBytes: 9 * megabyte, runs: 'shell', tags: versions },
	'gcr.io/google-samples/hello-app': { sizeBytes: 12 * megabyte, runs: 'server', tags: versions },
	'registry.k8s.io/busybox': { sizeBytes: 1_137_408, runs: 'shell', tags: versions },
	'registry.k8s.io/nginx-slim': { sizeBytes: 12 * megabyte, runs: 'server', tags: versions },
	'registry.k8s.io/e2e-test-images/agnhost': {
		sizeBytes: 51 * megabyte,
		runs: 'server',
		tags: versions
	},
	'registry.k8s.io/goproxy': { sizeBytes: 2 * megabyte, runs: 'server', tags: versions },
	'registry.k8s.io/etcd': { sizeBytes: 98 * megabyte, runs: 'server', tags: versions },
	'registry.k8s.io/coredns/coredns': {
		sizeBytes: 23 * megabyte,
		runs: 'server',
		tags: released
	},
	'registry.k8s.io/metrics-server/metrics-server': {
		sizeBytes: 22 * megabyte,
		runs: 'server',
		tags: released
	},
	'hello-world': { sizeBytes: 13_000, runs: 'once', tags: /^(latest|linux)$/ },
	'registry.k8s.io/pause': { sizeBytes: 321_520, runs: 'server', tags: /^3\.[0-9]+(\.[0-9]+)?$/ }
};

/** `nginx` → repository `nginx`, tag `latest`; Docker Hub's own prefixes are taken off. */
export function splitImage(image: string): { repository: string; tag: string } {
	const at = image.indexOf('@');
	const name = at < 0 ? image : image.slice(0, at);
	const colon = name.lastIndexOf(':');
	const tagged = colon > name.lastIndexOf('/');
	const repository = (tagged ? name.slice(0, colon) : name)
		.replace(/^docker\.io\//, '')
		.replace(/^library\//, '');
	return { repository, tag: tagged ? name.slice(colon + 1) : 'latest' };
}

/** The image's full name as containerd keeps it: `docker.io/library/web:v1`. */
export function fullImageName(image: string): string {
	const { repository, tag } = splitImage(image);
	const [host, ...rest] = repository.split('/');
	const hasHost = rest.length > 0 && /[.:]|^localhost$/.test(host!);
	if (hasHost) return `${repository}:${tag}`;
	return `docker.io/${rest.length === 0 ? 'library/' : ''}${repository}:${tag}`;
}

export type Lookup =
	| { readonly found: true; readonly image: CatalogueImage }
	| { readonly found: false; readonly reason: 'not-found' | 'unauthorized' };

/** What a registry answers for an image. */
export function lookUpImage(image: string): Lookup {
	const { repository, tag } = splitImage(image);
	if (repository.startsWith('private/')) return { found: false, reason: 'unauthorized' };
	const found = Object.hasOwn(repositories, repository) ? repositories[repository] : undefined;
	if (found === undefined || !found.tags.test(tag)) return { found: false, reason: 'not-found' };
	return { found: true, image: found };
}
