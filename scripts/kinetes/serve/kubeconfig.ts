import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Certificate } from './certificate.ts';

/** The file that tells kubectl where the server is, whom to trust and what to show. */
export interface WrittenKubeconfig {
	readonly path: string;
	/** Takes it away again: its token is worth nothing any more. */
	remove(): void;
}

/**
 * Writes a kubeconfig that only this user can read.
 *
 * @param path where; without it, into a new folder for temporary files
 */
export function writeKubeconfig(
	path: string | undefined,
	port: number,
	token: string,
	{ cert }: Certificate
): WrittenKubeconfig {
	const file = path ?? join(mkdtempSync(join(tmpdir(), 'kinetes-')), 'kubeconfig');
	writeFileSync(file, kubeconfigText(port, token, cert), { mode: 0o600 });
	return {
		path: file,
		remove: () =>
			rmSync(path === undefined ? dirname(file) : file, { recursive: true, force: true })
	};
}

/** As kubeadm writes it, with a token where that has a certificate. */
function kubeconfigText(port: number, token: string, cert: string): string {
	return `apiVersion: v1
clusters:
- cluster:
    certificate-authority-data: ${Buffer.from(cert).toString('base64')}
    server: https://127.0.0.1:${port}
  name: kinetes
contexts:
- context:
    cluster: kinetes
    user: kubernetes-admin
  name: kubernetes-admin@kinetes
current-context: kubernetes-admin@kinetes
kind: Config
users:
- name: kubernetes-admin
  user:
    token: ${token}
`;
}
