import type { Impersonation } from '#lib/kubernetes/api-client.ts';
import type { CommandContext } from '../command.ts';
import { KubectlError } from '../kubectl-error.ts';
import { type Subject, subjectOf } from './certificate.ts';
import {
	type ClusterEntry,
	type ContextEntry,
	entryOf,
	type Kubeconfig,
	type UserEntry
} from './kubeconfig.ts';
import { kubeconfigOf } from './read-kubeconfig.ts';

/** With which API server kubectl speaks, and as whom; with neither token nor certificate as nobody. */
export interface Connection {
	/** e.g. `https://127.0.0.1:6443`. */
	readonly server: string;
	readonly token?: string;
	readonly certificate?: Subject;
}

/** A connection, and what else a context says. */
export interface Reached {
	readonly connection: Connection;
	/** Of the context; undefined: it has none. */
	readonly namespace?: string;
	readonly impersonate?: Impersonation;
}

const nowhere = 'http://localhost:8080';

/**
 * What the kubeconfig and the flags of a call come to.
 *
 * Models client-go tools/clientcmd/client_config.go ConfirmUsable, getContext, getAuthInfo, getCluster.
 *
 * @param own flags that the command has itself: there they mean something else
 * @throws KubectlError
 */
export function connectionOf(
	context: Pick<CommandContext, 'flags' | 'files' | 'session'>,
	own: ReadonlySet<string>
): Reached {
	const flag = (name: string): string => (own.has(name) ? '' : context.flags.text(name));
	const config = kubeconfigOf(context);
	const name = flag('context') || config['current-context'];
	const chosen = entryOf(config, 'contexts', name) as ContextEntry | undefined;
	if (chosen === undefined && name !== '') {
		throw new KubectlError(
			flag('context') === ''
				? `context was not found for specified context: ${name}`
				: `context ${JSON.stringify(name)} does not exist`
		);
	}
	const user = named<UserEntry>(config, 'users', flag('user'), chosen?.user, 'auth info');
	const cluster = named<ClusterEntry>(
		config,
		'clusters',
		flag('cluster'),
		chosen?.cluster,
		'cluster'
	);
	const token = flag('token') || user?.token;
	const certificate = certificateOf(user, context.files);
	const server = flag('server') || cluster?.server || nowhere;
	return {
		connection: {
			server,
			...(token ? { token } : certificate === undefined ? undefined : { certificate })
		},
		namespace: chosen?.namespace,
		impersonate: impersonationOf(context, own, user)
	};
}

function named<Found>(
	config: Kubeconfig,
	section: 'users' | 'clusters',
	asked: string,
	usual: string | undefined,
	what: string
): Found | undefined {
	const name = asked || usual || '';
	const found = entryOf(config, section, name);
	if (found === undefined && name !== '') {
		throw new KubectlError(`${what} ${JSON.stringify(name)} does not exist`);
	}
	return found as Found | undefined;
}

function certificateOf(
	user: UserEntry | undefined,
	files: Readonly<Record<string, string>>
): Subject | undefined {
	const data = user?.['client-certificate-data'];
	if (data !== undefined) return subjectOf(data);
	const file = user?.['client-certificate'];
	if (file === undefined) return undefined;
	const text = files[file.split('/').at(-1)!] ?? files[file];
	return text === undefined ? undefined : subjectOf(btoa(text.trim()));
}

/** `--as`, `--as-group` and `--as-uid`, or what the user entry says. Models cli-runtime pkg/genericclioptions/config_flags.go. */
function impersonationOf(
	{ flags }: Pick<CommandContext, 'flags'>,
	own: ReadonlySet<string>,
	entry: UserEntry | undefined
): Impersonation | undefined {
	if (own.has('as')) return undefined;
	const user = flags.text('as') || entry?.as || '';
	const groups = flags.given('as-group') ? flags.list('as-group') : (entry?.['as-groups'] ?? []);
	const uid = flags.text('as-uid');
	if (user === '' && groups.length === 0 && uid === '') return undefined;
	if (user === '') {
		throw new KubectlError(
			'requesting groups, uid or user-extra for impersonation without impersonating a user'
		);
	}
	return { user, groups, ...(uid === '' ? undefined : { uid }) };
}
