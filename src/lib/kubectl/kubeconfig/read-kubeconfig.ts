import { readManifest } from '#lib/kubernetes/manifest.ts';
import { isRecord } from '#lib/kubernetes/patch/merge-patch.ts';
import type { CommandContext } from '../command.ts';
import { KubectlError } from '../kubectl-error.ts';
import { defaultKubeconfig } from './default-kubeconfig.ts';
import type { Kubeconfig } from './kubeconfig.ts';

/**
 * The kubeconfig of a call: the file of `--kubeconfig`, or what the terminal has.
 *
 * Models client-go tools/clientcmd/loader.go Load.
 *
 * @throws KubectlError
 */
export function kubeconfigOf({
	flags,
	files,
	session
}: Pick<CommandContext, 'flags' | 'files' | 'session'>): Kubeconfig {
	const name = flags.text('kubeconfig');
	if (name === '') return session.kubeconfig ?? defaultKubeconfig;
	const text = session.kubeconfigs?.[name] === undefined ? files[name] : undefined;
	const changed = session.kubeconfigs?.[name];
	if (changed !== undefined) return changed;
	if (text === undefined) throw new KubectlError(`stat ${name}: no such file or directory`);
	return readKubeconfig(text, name);
}

/**
 * A kubeconfig from the text of its file.
 *
 * @throws KubectlError
 */
export function readKubeconfig(text: string, name: string): Kubeconfig {
	let value: unknown;
	try {
		value = readManifest(text, name)[0]?.value;
	} catch (error) {
		throw new KubectlError(
			`error loading config file ${JSON.stringify(name)}: ${(error as Error).message}`
		);
	}
	const found = isRecord(value) ? value : {};
	const list = <Part extends 'clusters' | 'contexts' | 'users'>(field: Part): Kubeconfig[Part] =>
		(Array.isArray(found[field]) ? found[field] : []) as unknown as Kubeconfig[Part];
	const current = found['current-context'];
	return {
		clusters: list('clusters'),
		contexts: list('contexts'),
		'current-context': typeof current === 'string' ? current : '',
		users: list('users')
	};
}

/** Keeps a changed kubeconfig for the commands that follow: nobody writes the files themselves. */
export function keepKubeconfig({ flags, session }: CommandContext, config: Kubeconfig): void {
	const name = flags.text('kubeconfig');
	if (name === '') session.kubeconfig = config;
	else session.kubeconfigs = { ...session.kubeconfigs, [name]: config };
}
