import type { Cluster } from '#lib/cluster/cluster.ts';
import type { Program, ProgramResult } from '#lib/kubectl/shell/programs.ts';
import { nodeCommand } from './node-command.ts';

const failed = (stderr: string, exitCode: number): ProgramResult => ({
	stdout: '',
	stderr: `${stderr}\n`,
	exitCode
});

const unknownHost = (program: string, host: string): ProgramResult =>
	failed(`${program}: Could not resolve hostname ${host}: Name or service not known`, 255);

/** How a person reaches the machines behind the nodes, with neither kubectl nor the API server: `scp` and `ssh`. */
export function remotePrograms(cluster: Cluster): Readonly<Record<string, Program>> {
	return {
		scp: ({ args, files }) => {
			const names = args.slice(0, -1);
			const [, host = '', path = ''] = /^([\w.-]+):(.*)$/.exec(args.at(-1) ?? '') ?? [];
			if (names.length === 0 || path === '') {
				return failed('usage: scp file ... host:path', 1);
			}
			const folder = cluster.manifestsOf(host);
			if (folder === undefined) return unknownHost('ssh', host);
			for (const name of names) {
				const text = files[name];
				if (text === undefined) {
					return failed(`scp: stat local "${name}": No such file or directory`, 255);
				}
				const file = manifestAt(path.endsWith('/') ? path + name : path);
				if (file === undefined) {
					return failed(`scp: dest open "${path}": No such file or directory`, 1);
				}
				folder.put(file, text);
			}
			return { stdout: '', exitCode: 0 };
		},
		ssh: ({ args: [host = '', ...words] }) => {
			const folder = cluster.manifestsOf(host);
			if (folder === undefined) return unknownHost('ssh', host);
			return nodeCommand(words[0] === 'sudo' ? words.slice(1) : words, folder);
		}
	};
}

const manifestPath = /^\/etc\/kubernetes\/manifests\/([^/]+)$/;

/** The name of a file in the kubelet's folder; undefined for any other path. */
function manifestAt(path: string): string | undefined {
	return manifestPath.exec(path)?.[1];
}
