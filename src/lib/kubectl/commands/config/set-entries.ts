import { bool, type Flag, text } from '../../command-line/flag.ts';
import type { Command, CommandContext } from '../../command.ts';
import {
	type ClusterEntry,
	type ContextEntry,
	type Entry,
	entryOf,
	type Section,
	type UserEntry,
	withEntry
} from '../../kubeconfig/kubeconfig.ts';
import { keepKubeconfig, kubeconfigOf } from '../../kubeconfig/read-kubeconfig.ts';
import { KubectlError } from '../../kubectl-error.ts';
import { atOnce } from '../../steps.ts';
import { exactly } from './arguments.ts';

const workingFolder = '/home/user';

/** Models kubectl pkg/cmd/config/set_cluster.go. */
export const setCluster: Command = {
	name: 'set-cluster',
	flags: [
		text('server'),
		text('tls-server-name'),
		bool('insecure-skip-tls-verify'),
		text('certificate-authority'),
		bool('embed-certs'),
		text('proxy-url')
	],
	isLocal: true,
	run(context) {
		const [name = ''] = exactly(1, context);
		if (name === '') throw new KubectlError('you must specify a non-empty cluster name');
		put(context, 'clusters', name, clusterOf(context));
		context.out(`Cluster ${JSON.stringify(name)} set.\n`);
		return atOnce();
	}
};

function clusterOf(context: CommandContext): ClusterEntry {
	const { flags } = context;
	const isInsecure = flags.bool('insecure-skip-tls-verify');
	const authority = flags.text('certificate-authority');
	if (isInsecure && authority !== '') {
		throw new KubectlError(
			'you cannot specify a certificate authority and insecure mode at the same time'
		);
	}
	const trust: ClusterEntry = isInsecure
		? {
				'insecure-skip-tls-verify': true,
				'certificate-authority': undefined,
				'certificate-authority-data': undefined
			}
		: authority === ''
			? {}
			: {
					'insecure-skip-tls-verify': undefined,
					...fileFields(context, 'certificate-authority', authority)
				};
	return {
		...given(flags, ['server', 'tls-server-name', 'proxy-url']),
		...trust
	};
}

const fileFlags: readonly Flag[] = [text('client-certificate'), text('client-key')];

/** Models set_credentials.go. */
export const setCredentials: Command = {
	name: 'set-credentials',
	flags: [...fileFlags, text('token'), text('username'), text('password'), bool('embed-certs')],
	isLocal: true,
	run(context) {
		const [name = ''] = exactly(1, context);
		if (name === '') throw new KubectlError('you must specify a non-empty user name');
		put(context, 'users', name, userOf(context));
		context.out(`User ${JSON.stringify(name)} set.\n`);
		return atOnce();
	}
};

function userOf(context: CommandContext): UserEntry {
	const { flags } = context;
	const isToken = flags.text('token') !== '';
	const isBasic = flags.text('username') !== '' || flags.text('password') !== '';
	if (isToken && isBasic) {
		throw new KubectlError(
			'you cannot specify more than one authentication method at the same time: --token, --username/--password'
		);
	}
	const files = fileFlags
		.filter(({ name }) => flags.given(name))
		.map(({ name }) => fileFields(context, name, flags.text(name)));
	return {
		...Object.assign({}, ...files),
		...given(flags, ['token', 'username', 'password']),
		...(isToken ? { username: undefined, password: undefined } : undefined),
		...(isBasic ? { token: undefined } : undefined)
	} as UserEntry;
}

/** Models set_context.go. */
export const setContext: Command = {
	name: 'set-context',
	flags: [bool('current'), text('cluster'), text('user'), text('namespace', 'n')],
	isLocal: true,
	run(context) {
		const { args, flags } = context;
		const isCurrent = flags.bool('current');
		if (args.length > 1) exactly(1, context);
		const [typed = ''] = args;
		if (typed === '' && !isCurrent) {
			throw new KubectlError('you must specify a non-empty context name or --current');
		}
		if (typed !== '' && isCurrent) {
			throw new KubectlError('you cannot specify both a context name and --current');
		}
		const config = kubeconfigOf(context);
		const name = isCurrent ? config['current-context'] : typed;
		if (name === '') throw new KubectlError('no current context is set');
		const isKnown = entryOf(config, 'contexts', name) !== undefined;
		const changes = given(flags, ['cluster', 'user', 'namespace']);
		put(context, 'contexts', name, { ...(isKnown ? {} : { cluster: '', user: '' }), ...changes });
		context.out(`Context ${JSON.stringify(name)} ${isKnown ? 'modified' : 'created'}.\n`);
		return atOnce();
	}
};

function given(flags: CommandContext['flags'], names: readonly string[]): object {
	return Object.fromEntries(
		names.filter((name) => flags.given(name)).map((name) => [name, flags.text(name) || undefined])
	);
}

/** A file is named, or with `--embed-certs` taken in. */
function fileFields(context: CommandContext, field: string, path: string): object {
	if (!context.flags.bool('embed-certs')) {
		const whole = path.startsWith('/') ? path : `${workingFolder}/${path.replace(/^\.\//, '')}`;
		return { [field]: whole, [`${field}-data`]: undefined };
	}
	const content = context.files[path.replace(/^\.\//, '')];
	if (content === undefined) {
		throw new KubectlError(
			`could not stat ${field} file ${path}: stat ${path}: no such file or directory`
		);
	}
	return { [field]: undefined, [`${field}-data`]: btoa(content.trim()) };
}

/** Changes an entry, or adds one; what is undefined goes. */
function put(
	context: CommandContext,
	section: Section,
	name: string,
	changes: Partial<ContextEntry> | ClusterEntry | UserEntry
): void {
	const config = kubeconfigOf(context);
	const merged = { ...entryOf(config, section, name), ...changes };
	const filled = Object.entries(merged).filter(([, value]) => value !== undefined);
	const entry = Object.fromEntries(filled) as Entry;
	keepKubeconfig(context, withEntry(config, section, name, entry));
}
