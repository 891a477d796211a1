import { bool, slice, text } from '../command-line/flag.ts';
import type { Command, CommandContext } from '../command.ts';
import { KubectlError } from '../kubectl-error.ts';
import { jsonTextUnsorted } from '../output/json-text.ts';
import type { Steps } from '../steps.ts';
import { contentHash } from './append-hash.ts';
import { argumentsOf, createFlags, createOne, nameArgument } from './create-one.ts';
import { keyValues, sourceFlags } from './key-value-sources.ts';

/** Models kubectl pkg/cmd/create/create_secret.go. */
const generic: Command = {
	name: 'generic',
	flags: [...createFlags, ...sourceFlags, text('type'), bool('append-hash')],
	*run(context) {
		const name = nameArgument(argumentsOf(context));
		const values = keyValues(context, 'Secret', name);
		yield* create(context, name, values, context.flags.text('type'));
	}
};

const dockerKey = '.dockerconfigjson';

/** Models create_secret_docker.go. */
const dockerRegistry: Command = {
	name: 'docker-registry',
	flags: [
		...createFlags,
		...['username', 'password', 'email'].map((what) => text(`docker-${what}`)),
		text('docker-server', undefined, 'https://index.docker.io/v1/'),
		slice('from-file'),
		bool('append-hash')
	],
	*run(context) {
		const { flags } = context;
		const name = nameArgument(argumentsOf(context));
		const [username, password, email, server] = ['username', 'password', 'email', 'server'].map(
			(what) => flags.text(`docker-${what}`)
		) as [string, string, string, string];
		if (flags.given('from-file')) {
			const values = keyValues(context, 'Secret', name, dockerKey);
			yield* create(context, name, values, 'kubernetes.io/dockerconfigjson');
			return;
		}
		if (username === '' || password === '' || server === '') {
			throw new KubectlError(
				'either --from-file or the combination of --docker-username, --docker-password and --docker-server is required'
			);
		}
		const entry = {
			username,
			password,
			...(email === '' ? undefined : { email }),
			auth: base64(`${username}:${password}`)
		};
		const value = jsonTextUnsorted({ auths: { [server]: entry } });
		yield* create(context, name, { [dockerKey]: value }, 'kubernetes.io/dockerconfigjson');
	}
};

/** Models create_secret_tls.go. */
const tls: Command = {
	name: 'tls',
	flags: [...createFlags, text('cert'), text('key'), bool('append-hash')],
	*run(context) {
		const { flags } = context;
		const name = nameArgument(argumentsOf(context));
		const [cert, key] = [flags.text('cert'), flags.text('key')];
		if (cert === '' || key === '') throw new KubectlError('key and cert must be specified');
		const [certificate, secretKey] = [fileText(context, cert), fileText(context, key)];
		checkPem(certificate, 'certificate');
		checkPem(secretKey, 'key');
		const values = { 'tls.crt': certificate, 'tls.key': secretKey };
		yield* create(context, name, values, 'kubernetes.io/tls');
	}
};

export const createSecret: Command = {
	name: 'secret',
	flags: [],
	subcommands: [dockerRegistry, generic, tls]
};

function* create(
	context: CommandContext,
	name: string,
	values: Readonly<Record<string, string>>,
	type: string
): Steps<void> {
	const entries = Object.entries(values).map(([key, value]) => [key, base64(value)] as const);
	const data = Object.fromEntries(entries);
	const isHashed = context.flags.bool('append-hash');
	const suffix = isHashed ? `-${contentHash('Secret', name, data, type)}` : '';
	yield* createOne(context, {
		kind: 'Secret',
		apiVersion: 'v1',
		metadata: { name: name + suffix },
		...(entries.length > 0 ? { data } : undefined),
		...(type === '' ? undefined : { type })
	});
}

function fileText({ files }: CommandContext, name: string): string {
	const text = files[name.replace(/^\.\//, '')];
	if (text !== undefined) return text;
	throw new KubectlError(`Cannot read file ${name}, open ${name}: no such file or directory`);
}

/** Models Go's tls.X509KeyPair, as far as the form goes. */
function checkPem(text: string, what: 'certificate' | 'key'): void {
	if (/-----BEGIN [A-Z ]+-----/.test(text)) return;
	throw new KubectlError(`tls: failed to find any PEM data in ${what} input`);
}

function base64(text: string): string {
	return btoa(String.fromCharCode(...new TextEncoder().encode(text)));
}
