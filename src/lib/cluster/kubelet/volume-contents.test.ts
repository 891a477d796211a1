import { expect, test } from 'vitest';
import type { Pod, Volume } from '#lib/kubernetes/pod.ts';
import { FileSystem } from '../container-runtime/file-system.ts';
import { mountsOf } from './volume-contents.ts';

const data: Record<string, Record<string, string>> = {
	'configmaps/conf': { color: 'blue', 'app.conf': 'listen 80' },
	'secrets/login': { pass: 'hush' },
	'configmaps/kube-root-ca.crt': { 'ca.crt': 'a certificate' }
};

/** The files of a container that mounts one volume at /mnt. */
function filesWith(
	source: Record<string, unknown>,
	mount: { readOnly?: boolean; subPath?: string } = {},
	shared = new Map<string, Map<string, string>>()
): FileSystem {
	const volume: Volume = { name: 'v', ...source };
	const pod: Pod = {
		kind: 'Pod',
		apiVersion: 'v1',
		metadata: { name: 'p', namespace: 'team', uid: 'u', labels: { app: 'shop' } },
		spec: { containers: [], volumes: [volume] },
		status: {}
	};
	const container = { name: 'c', volumeMounts: [{ name: 'v', mountPath: '/mnt', ...mount }] };
	const mounts = mountsOf(
		{
			pod,
			ip: '10.244.0.5',
			dataOf: (kind, name) => data[`${kind}/${name}`],
			shared: (name) => {
				const files = shared.get(name) ?? new Map<string, string>();
				shared.set(name, files);
				return files;
			}
		},
		container
	);
	return new FileSystem(mounts);
}

test('a ConfigMap is a directory of its keys that can’t be written to', () => {
	const files = filesWith({ configMap: { name: 'conf' } });
	expect(files.list('/mnt')).toEqual(['app.conf', 'color']);
	expect(files.read('/mnt/app.conf')).toBe('listen 80');
	expect(files.write('/mnt/new', 'x')).toBe(false);
});

test('items choose keys and say where they go', () => {
	const files = filesWith({ configMap: { name: 'conf', items: [{ key: 'color', path: 'a/b' }] } });
	expect(files.list('/mnt')).toEqual(['a']);
	expect(files.read('/mnt/a/b')).toBe('blue');
});

test('a subPath is one file', () => {
	const files = filesWith({ secret: { secretName: 'login' } }, { subPath: 'pass' });
	expect(files.read('/mnt')).toBe('hush');
});

test('a projected volume holds the parts of all its sources', () => {
	const files = filesWith({
		projected: {
			sources: [
				{ serviceAccountToken: { path: 'token' } },
				{ configMap: { name: 'kube-root-ca.crt', items: [{ key: 'ca.crt', path: 'ca.crt' }] } },
				{
					downwardAPI: {
						items: [
							{ path: 'namespace', fieldRef: { fieldPath: 'metadata.namespace' } },
							{ path: 'app', fieldRef: { fieldPath: "metadata.labels['app']" } }
						]
					}
				}
			]
		}
	});
	expect(files.list('/mnt')).toEqual(['app', 'ca.crt', 'namespace', 'token']);
	expect(files.read('/mnt/namespace')).toBe('team');
	expect(files.read('/mnt/app')).toBe('shop');
});

test('what one container writes to an emptyDir the others read', () => {
	const shared = new Map<string, Map<string, string>>();
	const [writer, reader] = [1, 2].map(() => filesWith({ emptyDir: {} }, {}, shared));
	expect(writer!.write('/mnt/x', 'hello')).toBe(true);
	expect(reader!.read('/mnt/x')).toBe('hello');
	expect(filesWith({ emptyDir: {} }, { readOnly: true }, shared).write('/mnt/y', '')).toBe(false);
});

test('every Pod finds its name, its address and where to ask for names', () => {
	const files = filesWith({ emptyDir: {} });
	expect(files.read('/etc/hostname')).toBe('p\n');
	expect(files.read('/etc/hosts')!.split('\n').at(-2)).toBe('10.244.0.5\tp');
	expect(files.read('/etc/resolv.conf')).toBe(
		'search team.svc.cluster.local svc.cluster.local cluster.local\nnameserver 10.96.0.10\noptions ndots:5\n'
	);
});
