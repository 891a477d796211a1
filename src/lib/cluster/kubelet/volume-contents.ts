import type { Container, Pod, Volume } from '#lib/kubernetes/pod.ts';
import type { Mount } from '../container-runtime/file-system.ts';
import type { DataOf } from './container-environment.ts';
import { podField } from './pod-field.ts';

/** Where the content of a Pod's volumes comes from. */
export interface VolumeSource {
	readonly pod: Pod;
	readonly ip: string;
	readonly dataOf: DataOf;
	/** What is written to a volume that can be written to, by a name for it; shared by all who mount it. */
	readonly shared: (name: string) => Map<string, string>;
}

interface Item {
	readonly key?: string;
	readonly path?: string;
	readonly fieldRef?: { readonly fieldPath?: string };
}

interface Source {
	readonly name?: string;
	readonly secretName?: string;
	readonly path?: string;
	readonly items?: readonly Item[];
	readonly sources?: readonly Readonly<Record<string, Source>>[];
}

/**
 * What a container finds in its files: its volumes, and the files that the kubelet writes for every Pod. A ConfigMap or
 * Secret is read anew each time: a change is seen at once, and not, as on a real node, after up to a minute and a half.
 *
 * Models pkg/kubelet/kubelet_pods.go makeMounts, ensureHostsFile and pkg/volume/projected.
 */
export function mountsOf(source: VolumeSource, container: Container): Mount[] {
	const volumes = (container.volumeMounts ?? []).flatMap(
		({ name, mountPath, readOnly = false, subPath }) => {
			const volume = source.pod.spec.volumes?.find((each) => each.name === name);
			if (volume === undefined) return [];
			return [mountOf(source, volume, mountPath.replace(/\/$/, ''), readOnly, subPath)];
		}
	);
	return [...volumes, ...podFiles(source)];
}

function mountOf(
	source: VolumeSource,
	volume: Volume,
	path: string,
	readOnly: boolean,
	subPath: string | undefined
): Mount {
	const made = contentOf(source, volume as Readonly<Record<string, unknown>>);
	if (made === undefined) {
		const host = (volume.hostPath as Source | undefined)?.path;
		const name = host ?? `${source.pod.metadata.uid}/${volume.name}`;
		const own = source.shared(subPath === undefined ? name : `${name}/${subPath}`);
		return { path, readOnly, own, files: () => own };
	}
	const files = (): ReadonlyMap<string, string> => {
		const all = made();
		if (subPath === undefined) return all;
		return new Map([['/', all.get(`/${subPath}`) ?? '']]);
	};
	return { path, readOnly: true, files };
}

/** The files of a volume that somebody else fills; undefined: it is filled by its Pods. */
function contentOf(
	source: VolumeSource,
	volume: Readonly<Record<string, unknown>>
): (() => ReadonlyMap<string, string>) | undefined {
	const { sources } = (volume.projected ?? {}) as Source;
	const parts = sources ?? [volume as Readonly<Record<string, Source>>];
	const known = ['configMap', 'secret', 'downwardAPI', 'serviceAccountToken'];
	if (!parts.some((part) => known.some((kind) => part[kind] !== undefined))) return undefined;
	return () => new Map(parts.flatMap((part) => filesOf(source, part)));
}

function filesOf(
	{ pod, ip, dataOf }: VolumeSource,
	{ configMap, secret, downwardAPI, serviceAccountToken }: Readonly<Record<string, Source>>
): [string, string][] {
	if (serviceAccountToken !== undefined) {
		return [[`/${serviceAccountToken.path ?? 'token'}`, `token of ${pod.metadata.uid}`]];
	}
	if (downwardAPI !== undefined) {
		return (downwardAPI.items ?? []).map(({ path, fieldRef }) => [
			`/${path}`,
			podField(pod, fieldRef?.fieldPath ?? '', ip)
		]);
	}
	const [kind, named] =
		configMap === undefined ? (['secrets', secret] as const) : (['configmaps', configMap] as const);
	if (named === undefined) return [];
	const data = dataOf(kind, named.secretName ?? named.name ?? '') ?? {};
	const items = named.items ?? Object.keys(data).map((key) => ({ key, path: key }));
	return items.map(({ key = '', path = key }) => [`/${path}`, data[key] ?? '']);
}

function podFiles({ pod, ip }: VolumeSource): Mount[] {
	const { name, namespace } = pod.metadata;
	const { hostname = name, subdomain } = pod.spec as { hostname?: string; subdomain?: string };
	const full =
		subdomain === undefined ? '' : `${hostname}.${subdomain}.${namespace}.svc.cluster.local\t`;
	const texts = {
		'/etc/hostname': `${hostname}\n`,
		'/etc/hosts': `# Kubernetes-managed hosts file.\n127.0.0.1\tlocalhost\n::1\tlocalhost ip6-localhost ip6-loopback\nfe00::0\tip6-localnet\nfe00::0\tip6-mcastprefix\nfe00::1\tip6-allnodes\nfe00::2\tip6-allrouters\n${ip}\t${full}${hostname}\n`,
		'/etc/resolv.conf': `search ${namespace}.svc.cluster.local svc.cluster.local cluster.local\nnameserver 10.96.0.10\noptions ndots:5\n`
	};
	return Object.entries(texts).map(([path, text]) => {
		const own = new Map([['/', text]]);
		return { path, readOnly: false, own, files: () => own };
	});
}
